//! Versions, editions, who was told and who confirmed: through the use cases, on the shell and on the screen.

mod acts;
pub mod desk;
mod known;
mod screen;
mod shell;
mod succession;
mod versions;
