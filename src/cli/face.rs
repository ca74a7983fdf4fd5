//! What the headless face has to know of the full screen.

use std::collections::BTreeMap;
use std::fmt;

use super::verb::keys::KeyLine;

/// Other keys, by the names of actions.
pub type Wishes = BTreeMap<String, Vec<String>>;

/// The full screen's keys, as functions of what the config file wishes.
pub struct Face<'f> {
    /// Every key, with the wishes followed that can be.
    pub keys: &'f dyn Fn(&Wishes) -> Vec<KeyLine>,
    /// The names of the wishes that cannot, each with the reason.
    pub refuses: &'f dyn Fn(&Wishes) -> Vec<(String, String)>,
}

impl fmt::Debug for Face<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face").finish_non_exhaustive()
    }
}
