//! store, from outside.
