//! Where a finding is mended: the same place for both faces.

use super::view::Remark;
use crate::domain::readiness::About;

/// The place that mends a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A field of the objective's form, by its contract name.
    Field(&'static str),
    /// A reading, or what it means.
    Reading,
    /// What was decided on a reading.
    Decision,
    /// The approval of an objective.
    Approve,
    /// The closing of an objective.
    Close,
    /// Who was told, and the walk through the list.
    Editions,
    /// What objectives serve.
    Trace,
    /// Who is who, and who takes over.
    People,
    /// A review meeting.
    Review,
    /// The list of objectives.
    Objectives,
}

impl Remark {
    /// Where it is mended.
    pub fn way(&self) -> Way {
        let by_check = match self.finding.check {
            "RC-01" | "RC-55" | "RC-63" | "RC-64" | "RC-65" | "RC-67" => Way::Objectives,
            "RC-19" | "RC-39" | "RC-40" => Way::Close,
            "RC-21" | "RC-22" | "RC-23" | "RC-24" => Way::Trace,
            "RC-25" | "RC-29" | "RC-30" => Way::People,
            "RC-31" | "RC-32" => Way::Approve,
            "RC-33" | "RC-34" | "RC-35" | "RC-36" | "RC-37" => Way::Editions,
            "RC-38" | "RC-50" | "RC-51" | "RC-60" | "RC-61" | "RC-62" => Way::Review,
            "RC-49" | "RC-52" => Way::Decision,
            "RC-11" | "RC-28" | "RC-43" | "RC-44" | "RC-45" | "RC-46" | "RC-47" | "RC-48" | "RC-53" | "RC-54"
            | "RC-56" | "RC-57" | "RC-58" | "RC-59" => Way::Reading,
            _ if self.finding.field.is_empty() => Way::Objectives,
            _ => Way::Field(self.finding.field),
        };
        match (by_check, &self.finding.about) {
            (Way::Field(_), About::Objective(_)) => by_check,
            (Way::Field(_), _) => Way::Objectives,
            _ => by_check,
        }
    }
}
