//! cli, from outside.
