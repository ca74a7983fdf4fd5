//! The value being typed into a cell, with what it means, who reported it and what shows it.

use crate::app::grid::{Grid, GridCell, GridRow};
use crate::app::parse::{NumberFormat, parse_value};
use crate::app::view::Dossier;
use crate::app::{Command, NewReading};
use crate::domain::accept::{accept, unusual};
use crate::domain::grid::{State, would_show};
use crate::domain::objective::Objective;
use crate::domain::period::{Date, Period};
use crate::domain::quantity::Value;
use crate::domain::reading::Reading;
use crate::domain::register::Rules;
use crate::tui::text_field::TextField;

/// A part of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The value.
    Value,
    /// Why an earlier value is corrected, or why there is none.
    Why,
    /// What it means.
    Meaning,
    /// Who reported it.
    From,
    /// What shows it.
    Proof,
}

impl Part {
    /// Its label.
    pub fn label(self) -> &'static str {
        match self {
            Part::Value => "Value",
            Part::Why => "Why",
            Part::Meaning => "Meaning",
            Part::From => "From",
            Part::Proof => "Proof",
        }
    }
}

/// What an entry is about: taken when it was opened, so that what is saved is what was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The objective.
    pub objective: Objective,
    /// The period.
    pub period: Period,
    /// Its name: `Oct 2026`.
    pub label: String,
    /// What the cell showed.
    pub state: State,
    /// The entry that stood for it.
    pub before: Option<Reading>,
    /// The value of the period before.
    pub last: Option<Value>,
}

/// A value being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which cell.
    pub about: About,
    /// The part that is typed into.
    pub part: Part,
    /// Whether it says that the period was not measured.
    pub not_measured: bool,
    value: TextField,
    why: TextField,
    meaning: TextField,
    from: TextField,
    proof: TextField,
    /// The value somebody confirmed although it is unusual.
    confirmed: Option<String>,
    /// Whether the reason of a correction was asked.
    asked_why: bool,
    /// Whether Esc has said once that something was typed.
    pub warned: bool,
    /// Somebody else wrote there meanwhile: what stands there now is still to be read.
    pub overtaken: bool,
}

/// What Enter leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// The write.
    Save(Box<Command>),
    /// The entry stays and says this.
    Stay(String),
    /// The same, and it is no refusal but a second look.
    Ask(String),
}

impl Entry {
    /// An entry for a cell; what was said of the reading that is in stands in it already.
    pub fn open(grid: &Grid, row: &GridRow, cell: &GridCell) -> Entry {
        let period = cell.cell.period;
        let before = cell.reading.clone();
        let said = |text: fn(&Reading) -> &str| TextField::holding(before.as_ref().map_or("", text));
        Entry {
            value: TextField::holding(before.as_ref().map(|r| r.value.as_typed()).unwrap_or_default()),
            why: TextField::default(),
            meaning: said(|r| &r.evaluation),
            from: said(|r| &r.reported_by),
            proof: said(|r| &r.evidence),
            about: About {
                objective: row.objective.clone(),
                period,
                label: row.label(&grid.rules, period),
                state: cell.cell.state,
                last: row.value_before(period).copied(),
                before,
            },
            part: Part::Value,
            not_measured: false,
            confirmed: None,
            asked_why: false,
            warned: false,
            overtaken: false,
        }
    }

    /// What stands in its cell now was read; what was typed stays. From here on it corrects that.
    pub fn sees(&mut self, grid: &Grid, row: &GridRow, cell: &GridCell) {
        self.about = Entry::open(grid, row, cell).about;
        self.overtaken = false;
        self.part = Part::Value;
    }

    /// The parts that are asked, in their order.
    pub fn parts(&self) -> &'static [Part] {
        match (self.not_measured, self.about.before.is_some()) {
            (true, _) => &[Part::Why],
            (false, true) => &[Part::Value, Part::Why, Part::Meaning, Part::From, Part::Proof],
            (false, false) => &[Part::Value, Part::Meaning, Part::From, Part::Proof],
        }
    }

    /// The field of a part.
    pub fn field(&self, part: Part) -> &TextField {
        match part {
            Part::Value => &self.value,
            Part::Why => &self.why,
            Part::Meaning => &self.meaning,
            Part::From => &self.from,
            Part::Proof => &self.proof,
        }
    }

    /// The field that is typed into.
    pub fn typed(&mut self) -> &mut TextField {
        match self.part {
            Part::Value => &mut self.value,
            Part::Why => &mut self.why,
            Part::Meaning => &mut self.meaning,
            Part::From => &mut self.from,
            Part::Proof => &mut self.proof,
        }
    }

    /// Begins the value anew: what is typed takes the place of what was there.
    pub fn begin(mut self) -> Entry {
        self.value.clear();
        self
    }

    /// Begins it with a value, for Enter to confirm.
    pub fn with_value(mut self, text: &str) -> Entry {
        self.value.set(text);
        self
    }

    /// Asks why there is none.
    pub fn not_measured(mut self) -> Entry {
        self.not_measured = true;
        self.part = Part::Why;
        self
    }

    /// Goes to the next part, or the one before.
    pub fn step(&mut self, forward: bool) {
        let parts = self.parts();
        let at = parts.iter().position(|part| *part == self.part).unwrap_or(0);
        let count = parts.len();
        self.part = parts[if forward { at + 1 } else { at + count - 1 } % count];
        self.warned = false;
    }

    /// Something was typed: what was confirmed before was another entry. A hand that types on without a look at the
    /// question is asked again, so that nothing unusual is saved by an Enter that was meant for the next cell.
    pub fn changed(&mut self) {
        self.warned = false;
        self.confirmed = None;
    }

    /// Whether it is about this cell.
    pub fn is_about(&self, code: &str, period: Period) -> bool {
        self.about.objective.code == code && self.about.period == period
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        let before = self.about.before.as_ref();
        let differs = |part: Part, was: String| self.field(part).text().trim() != was;
        let was = |text: fn(&Reading) -> String| before.map(text).unwrap_or_default();
        let value = self.value.text().trim();
        !value.is_empty() && value != was(|r| r.value.as_typed())
            || !self.why.is_empty()
            || differs(Part::Meaning, was(|r| r.evaluation.clone()))
            || differs(Part::From, was(|r| r.reported_by.clone()))
            || differs(Part::Proof, was(|r| r.evidence.clone()))
    }

    /// The value as it is understood; `None` while nothing is typed.
    pub fn read(&self) -> Option<Result<Value, String>> {
        let text = self.value.text().trim();
        if text.is_empty() {
            return None;
        }
        let unit = &self.about.objective.definition.unit;
        Some(parse_value(text, unit, NumberFormat::Unstated).map_err(|why| why.to_string()))
    }

    /// What the cell would show.
    pub fn shows(&self, rules: &Rules) -> Option<(Value, State)> {
        let value = self.read()?.ok()?;
        Some((value, would_show(&self.about.objective, rules, self.about.period, &value)))
    }

    /// What is unusual about the value: far from the last one, no possible share, outside of what is usual.
    pub fn doubts(&self, dossier: Option<&Dossier>) -> Vec<String> {
        let Some(Ok(value)) = self.read() else { return Vec::new() };
        if self.about.before.as_ref().is_some_and(|before| before.value == value) {
            return Vec::new();
        }
        let objective = &self.about.objective;
        let mut doubts = unusual(objective, &value, self.about.last.as_ref());
        let insight = dossier.filter(|d| d.row.code() == objective.code).map(|dossier| &dossier.insight);
        let number = value.to_f64(objective.definition.unit_is_percent());
        if let (true, Some(insight), Some(number)) = (doubts.is_empty(), insight, number)
            && insight.usual.as_ref().is_ok_and(|limits| !limits.hold(number))
        {
            doubts.push(format!("this is outside of its usual range: {}", insight.usual_range()));
        }
        doubts
    }

    /// What Enter leads to. `today` and `rules` are those of the grid.
    pub fn confirm(&mut self, rules: &Rules, today: Date, dossier: Option<&Dossier>) -> Next {
        if self.not_measured {
            return self.without_value();
        }
        let value = match self.read() {
            None => return Next::Stay("type a value first; an empty cell says nothing".to_owned()),
            Some(Err(why)) => {
                self.part = Part::Value;
                return Next::Stay(why);
            }
            Some(Ok(value)) => value,
        };
        let last = self.about.last.as_ref();
        if let Err(problem) = accept(&self.about.objective, rules, &value, self.measured_on(), today, last) {
            return Next::Stay(problem.message);
        }
        if let Some(why) = self.beside_the_value(&value) {
            return Next::Stay(why.to_owned());
        }
        let doubts = self.doubts(dossier);
        let text = self.value.text().trim().to_owned();
        if !doubts.is_empty() && self.confirmed.as_ref() != Some(&text) {
            self.confirmed = Some(text);
            return Next::Ask(doubts.join(" · "));
        }
        if self.corrects(&value) && self.why.is_empty() && !self.asked_why {
            self.asked_why = true;
            self.part = Part::Why;
            let was = self.about.before.as_ref().map(|before| before.value.as_typed()).unwrap_or_default();
            return Next::Ask(format!("{was} is in already: say why it is corrected, or leave it empty"));
        }
        Next::Save(Box::new(Command::RecordReading(Box::new(self.reading(value)))))
    }

    fn without_value(&self) -> Next {
        let reason = self.why.text().trim().to_owned();
        if reason.is_empty() {
            return Next::Stay("say why it was not measured; the period stays missing".to_owned());
        }
        let code = self.about.objective.code.clone();
        Next::Save(Box::new(Command::NotMeasured { code, period: self.about.period.end.to_string(), reason }))
    }

    fn corrects(&self, value: &Value) -> bool {
        self.about.before.as_ref().is_some_and(|before| before.value != *value)
    }

    /// Who reported a value and what shows it stand with it as it was entered: only its meaning can be said anew.
    fn beside_the_value(&self, value: &Value) -> Option<&'static str> {
        let before = self.about.before.as_ref().filter(|before| before.value == *value)?;
        let changed = self.from.text().trim() != before.reported_by || self.proof.text().trim() != before.evidence;
        changed.then_some("from and proof stay as they were entered with this value; its meaning can be said anew")
    }

    /// The day the value is kept under: the one of the entry it corrects.
    pub fn measured_on(&self) -> Date {
        self.about.before.as_ref().map_or(self.about.period.end, |before| before.measured_on)
    }

    fn reading(&self, value: Value) -> NewReading {
        let said = |field: &TextField| field.text().trim().to_owned();
        NewReading {
            code: self.about.objective.code.clone(),
            base: Some(self.about.before.as_ref().map_or(0, |before| before.revision)),
            period: self.measured_on().to_string(),
            value: Some(value),
            reported_by: said(&self.from),
            evidence: said(&self.proof),
            meaning: said(&self.meaning),
            reason: said(&self.why),
            ..NewReading::default()
        }
    }

    /// The register wants this part said.
    pub fn ask_for(&mut self, field: &str) {
        self.part = match field {
            "reason" => Part::Why,
            "meaning" => Part::Meaning,
            _ => Part::Value,
        };
        self.asked_why |= self.part == Part::Why;
    }

    /// Takes a paste of one line into the part that is typed into.
    pub fn takes_line(&self, text: &str) -> bool {
        self.part != Part::Value || !text.trim_end_matches(['\r', '\n']).contains(['\r', '\n', '\t'])
    }
}
