//! tui, from outside.
