//! One keymap: what counts where, what a person changes of it, and that everything shown of it is true.

mod config;
mod few_keys;
mod manual;
mod menus;
mod places;
mod remap;
mod shell;
mod walk;
