//! domain, from outside.
