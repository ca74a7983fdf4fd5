//! Forms and the review meeting: keys in, commands out, and what the screen says meanwhile.

mod catalogue;
mod definitions;
mod fixture;
mod fold;
mod forms;
mod meeting;
mod offers;
mod people;
mod pictures;
mod register;
mod text_field;
