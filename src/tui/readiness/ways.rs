//! From a finding to where it is mended.

use crate::app::editions::Told;
use crate::app::readiness::{Remark, Way};
use crate::domain::words;
use crate::tui::editions::forms;
use crate::tui::form::{self, FormSheet};
use crate::tui::model::{Model, Opening, StatusLine};
use crate::tui::screen::{self, Screen};
use crate::tui::sheet::{Sheet, Step};

/// Where Enter goes, as a sentence says it.
pub fn sentence(remark: &Remark) -> String {
    let code = remark.code().unwrap_or("the objective");
    match remark.way() {
        Way::Field(field) => format!("to the field {} of {code}", words::field(field)),
        Way::Reading => format!("to a reading of {code}"),
        Way::Decision => format!("to a reading of {code}, with what was decided"),
        Way::Approve => format!("to the approval of {code}"),
        Way::Close => format!("to the closing of {code}"),
        Way::Editions if remark.code().is_some() => format!("to who was told of {code}"),
        Way::Editions => "to the list as a whole, its approval and who was told".to_owned(),
        Way::Trace => "to the trace".to_owned(),
        Way::People => "to people".to_owned(),
        Way::Review => "mended in the review meeting: 2".to_owned(),
        Way::Objectives => "to the list of objectives".to_owned(),
    }
}

/// Goes there.
pub fn go(remark: &Remark, model: &Model) -> Step {
    let code = remark.code().unwrap_or_default();
    let opened = match remark.way() {
        Way::Field(field) => form::open_at(&Opening::Edit(code.to_owned()), field, model),
        Way::Reading | Way::Decision => form::open(&Opening::Record(code.to_owned()), model),
        Way::Approve => {
            form::open(&Opening::Approve(code.to_owned()), model).or_else(|| screen::open(Screen::Editions, model))
        }
        Way::Close => form::open(&Opening::Retire(code.to_owned()), model),
        Way::Editions => told(remark, model).or_else(|| screen::open(Screen::Editions, model)),
        Way::Trace => screen::open(Screen::Trace, model),
        Way::People => screen::open(Screen::People, model),
        Way::Review => return Step::say(StatusLine::note("2 goes to the review meeting, where this is decided")),
        Way::Objectives => return Step { select: remark.code().map(str::to_owned), ..Step::close() },
    };
    match opened {
        Some(sheet) => Step { opens: Some(sheet), ..Step::default() },
        None => Step::say(StatusLine::note(nothing_opens(remark))),
    }
}

/// The form that records who was told, with who was not.
fn told(remark: &Remark, model: &Model) -> Option<Box<dyn Sheet>> {
    let row = model.row(remark.code()?)?;
    let definition = &row.objective.definition;
    let title = format!("{}  {}", row.code(), definition.title);
    let what = Told::Objectives(vec![row.code().to_owned()]);
    let today = model.overview.as_ref()?.today;
    let to_owner = remark.finding.check == "RC-33";
    let mut form = forms::tell(&title, what, if to_owner { &definition.owner } else { "" }, today);
    if !to_owner && let Some(functions) = form.fields.get_mut("functions") {
        functions.set(&definition.function);
        form.focus_on("functions");
    }
    Some(Box::new(FormSheet::new(form, model)))
}

/// Why no form opens.
fn nothing_opens(remark: &Remark) -> String {
    match (remark.way(), remark.code()) {
        (Way::Close, Some(code)) => format!("{code} is closed already; d accepts this with a reason"),
        (_, Some(code)) => format!("{code} is not on the list any more"),
        _ => "this is mended elsewhere".to_owned(),
    }
}
