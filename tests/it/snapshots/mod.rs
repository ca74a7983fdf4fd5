//! Frozen registers: looked at again, compared with each other and with now, in the same words on screen and shell.

mod screen;
mod shell;
