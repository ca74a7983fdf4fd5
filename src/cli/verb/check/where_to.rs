//! Where a finding is mended, on the shell.

use crate::app::readiness::{Remark, Way};
use crate::domain::words;

/// One line that says where to go.
pub fn where_to(remark: &Remark) -> String {
    let code = remark.code().unwrap_or("CODE");
    match remark.way() {
        Way::Field(field) => {
            format!("field {} of {code}: `e` full screen, or import objectives --update", words::field(field))
        }
        Way::Reading | Way::Decision => format!("sixtwo record {code}"),
        Way::Approve => format!("sixtwo approve {code}"),
        Way::Close => format!("sixtwo retire {code}"),
        Way::Editions => match remark.finding.check {
            "RC-33" | "RC-34" => format!("sixtwo communicate {code}"),
            "RC-36" | "RC-37" => "sixtwo refresh".to_owned(),
            _ => "sixtwo edition".to_owned(),
        },
        Way::Trace => "sixtwo trace --gaps".to_owned(),
        Way::People => "sixtwo people".to_owned(),
        Way::Review => "the review meeting: `2` full screen".to_owned(),
        Way::Objectives => "sixtwo status".to_owned(),
    }
}
