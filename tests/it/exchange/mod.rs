//! exchange, from outside.
