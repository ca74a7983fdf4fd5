//! Forms: a title, questions, and in sight what helps to answer them.
//!
//! [`machine`] is the state machine all forms share, [`subject`] what one form is about, [`reads`] how a typed answer is
//! understood. Nothing is lost: an answer that is wrong stays where it is, and a discarded form can be brought back once.

pub mod choice;
pub mod definition;
pub mod field;
pub mod fold;
pub mod machine;
pub mod milestone;
pub mod objective;
pub mod offer;
pub mod reading;
pub mod reads;
pub mod records;
pub mod settings;
pub mod sheet;
pub mod sight;
pub mod subject;
mod view;
mod wording;

pub use machine::{Form, FormEffect, FormMsg};
pub use sheet::FormSheet;

use super::catalogue::CatalogueSheet;
use super::model::{Model, Opening};
use super::sheet::{Sheet, Step};
use crate::domain::objective::{Kind, Lifecycle};

/// Opens a form on top.
pub fn opens(form: Form, model: &Model) -> Step {
    Step { opens: Some(Box::new(FormSheet::new(form, model))), ..Step::default() }
}

/// The form that answers an opening, for a new objective the list of ways to begin; `None` where there is none for it.
pub fn open(opening: &Opening, model: &Model) -> Option<Box<dyn Sheet>> {
    match opening {
        Opening::New => model.overview.is_some().then(|| Box::new(CatalogueSheet::new(model)) as Box<dyn Sheet>),
        _ => Some(Box::new(FormSheet::new(answering(opening, model)?, model))),
    }
}

/// The same with the focus on one field, by its contract name.
pub fn open_at(opening: &Opening, field: &str, model: &Model) -> Option<Box<dyn Sheet>> {
    let mut form = answering(opening, model)?;
    form.focus_on(field);
    Some(Box::new(FormSheet::new(form, model)))
}

fn answering(opening: &Opening, model: &Model) -> Option<Form> {
    let overview = model.overview.as_ref()?;
    let today = overview.today;
    let calendar = overview.rules.calendar;
    Some(match opening {
        Opening::New => return None,
        Opening::Edit(code) => objective::edit(model.row(code)?, today, calendar),
        Opening::EditPlan(code) => objective::edit_plan(model.row(code)?, today, calendar),
        Opening::Record(code) => {
            let row = model.row(code)?;
            match row.objective.definition.kind {
                Kind::Milestone => milestone::tick(row, today),
                Kind::Maintain | Kind::Reach => reading::record(row, &overview.rules, today),
            }
        }
        Opening::Approve(code) => {
            let row = model.row(code)?;
            row.version.draft?;
            records::approve(row, today)
        }
        Opening::Retire(code) => {
            let row = model.row(code)?;
            if row.objective.lifecycle == Lifecycle::Retired {
                return None;
            }
            let codes = overview.rows.iter().map(|row| row.code().to_owned()).collect();
            records::retire(row, today, codes)
        }
        Opening::Snapshot => records::snapshot(),
        Opening::Settings => settings::settings(today),
    })
}
