//! The numbers and words the checks use: settings of a register, with the values they have without being set.

use std::collections::BTreeMap;

/// The parameters of the checks that differ from the table, by check and name: `("RC-33", "days")`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters {
    /// What was set.
    pub set: BTreeMap<(String, String), String>,
}
