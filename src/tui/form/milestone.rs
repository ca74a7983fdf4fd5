//! The form that ticks a criterion of a milestone, or says that somebody looked.

use ratatui::text::Line;

use super::choice::Way;
use super::field::{Field, Fields};
use super::machine::Form;
use super::reads::{Reads, day_named};
use super::subject::Subject;
use crate::app::view::Row;
use crate::app::{Command, FieldProblem};
use crate::domain::period::Date;
use crate::domain::text::one_line;
use crate::tui::theme::Theme;

#[derive(Debug)]
struct Ticks {
    row: Row,
}

/// A form for a milestone: the first open criterion is chosen; without one, only a look remains.
pub fn tick(row: &Row, today: Date) -> Form {
    let objective = &row.objective;
    let open = objective.definition.criteria.iter().enumerate().filter(|(at, _)| !is_done(row, *at));
    let mut ways: Vec<Way> =
        open.map(|(at, criterion)| Way::new((at + 1).to_string(), format!("{} {}", at + 1, criterion.text))).collect();
    ways.push(Way::new("look", "nothing done, only looked"));
    let first = ways.first().map(|way| way.word.clone()).unwrap_or_default();
    let fields = vec![
        Field::choice("criterion", "What", ways, &first).hint("the criterion that is fulfilled; Left and Right choose"),
        Field::text("done", "Day", today.to_string())
            .reading(Reads::Day(today))
            .required()
            .hint("the day it was fulfilled or looked at"),
        Field::text("evidence", "Evidence", ""),
    ];
    let title = format!("{}  {}", row.code(), objective.definition.title);
    Form::new(title, Box::new(Ticks { row: row.clone() }), fields)
}

fn is_done(row: &Row, at: usize) -> bool {
    row.objective.criteria_done.iter().any(|done| done.number as usize == at + 1)
}

impl Subject for Ticks {
    fn name(&self) -> String {
        format!("milestone {}", self.row.code())
    }

    fn arrange(&self, fields: &mut Fields) {
        let look = fields.said("criterion") == "look";
        if let Some(field) = fields.get_mut("evidence") {
            let (label, hint) = match look {
                true => ("Where it stands", "in words; nothing is ticked"),
                false => ("Evidence", "what shows it: text, path or address"),
            };
            (field.label, field.hint) = (label.to_owned(), hint.to_owned());
            field.required = !look;
        }
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let code = self.row.code().to_owned();
        let Some(day) = fields.date("done") else {
            return Err(vec![FieldProblem { field: "done".to_owned(), message: "this is no date".to_owned() }]);
        };
        let text = fields.owned("evidence");
        Ok(vec![match fields.whole("criterion") {
            Some(number) => Command::FulfilCriterion { code, number, done: day, evidence: text },
            None => Command::CheckIn { code, on: day, note: text },
        }])
    }

    fn sight(&self, _fields: &Fields, theme: Theme, _width: u16) -> Vec<Line<'static>> {
        criteria_lines(&self.row, theme)
    }
}

/// The criteria of a milestone, ticked or planned.
pub fn criteria_lines(row: &Row, theme: Theme) -> Vec<Line<'static>> {
    let line = |(at, criterion): (usize, &crate::domain::objective::Criterion)| {
        let done = row.objective.criteria_done.iter().find(|done| done.number as usize == at + 1);
        let (mark, when) = match (done, criterion.planned) {
            (Some(done), _) => (theme.sign("✓"), format!("done {}", day_named(done.done))),
            (None, Some(day)) => (theme.sign("○"), format!("planned {}", day_named(day))),
            (None, None) => (theme.sign("○"), "no date planned".to_owned()),
        };
        Line::from(format!(" {mark} {} {}   {when}", at + 1, one_line(&criterion.text)))
    };
    row.objective.definition.criteria.iter().enumerate().map(line).collect()
}
