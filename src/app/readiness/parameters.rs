//! The numbers and words of the checks as settings of the register: `rc-33.days`, `rc-03.verbs`.

use crate::domain::period::Date;
use crate::domain::readiness::parameters::Parameters;
use crate::store::SettingRow;

/// A setting's name as the check and the parameter it sets; `None` for any other setting.
fn named(name: &str) -> Option<(String, String)> {
    let (check, parameter) = name.split_once('.')?;
    let number = check.strip_prefix("rc-")?;
    Some((format!("RC-{number}"), parameter.to_owned()))
}

/// The parameters set on a day.
pub(super) fn in_force(settings: &[SettingRow], on: Date) -> Parameters {
    let mut known: Vec<&SettingRow> = settings.iter().filter(|s| s.effective <= on).collect();
    known.sort_by_key(|s| (s.effective, s.seq));
    let set = known.into_iter().filter_map(|s| Some((named(&s.name)?, s.value.clone()))).collect();
    Parameters { set }
}
