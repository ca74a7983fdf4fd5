//! report, from outside.
