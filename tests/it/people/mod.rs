//! Who is who and who takes over: the directory as a table, versions dated ahead beside everything else that changes an
//! objective, and the verbs of the real program.

mod ahead;
mod directory;
mod screen;
mod verbs;
