//! Forms and the review meeting: keys in, commands out, and what the screen says meanwhile.

mod text_field;
