//! What becomes of one answer, held against the register.

use std::collections::HashMap;

use super::view::Fate;
use crate::app::readings::Target;
use crate::app::write::objective_called;
use crate::app::{NewReading, Refusal};
use crate::domain::communication::{Acknowledgement, Communication, Matter, Records};
use crate::domain::directory::Entry;
use crate::domain::edition::Edition;
use crate::domain::period::Date;
use crate::domain::quantity::Value;
use crate::domain::reply::{Key, Said};
use crate::domain::review::Action;
use crate::domain::text::one_line;
use crate::domain::words::day;
use crate::exchange::number::{NumberFormat, parse_value};
use crate::store::{Reader, Sight};

/// What an answer writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A value, or what one means.
    Reading { new: Box<NewReading>, by: String },
    /// Why a period was not measured.
    NotMeasured { code: String, period_end: Date, reason: String, by: String },
    /// Where a delivery stands.
    Look { code: String, on: Date, note: String, by: String },
    /// A fulfilled criterion.
    Criterion { code: String, number: u32, done: Date, evidence: String },
    /// A done action.
    Action { id: i64, done: Date, evidence: String },
    /// A known target.
    Known { objective: i64, code: String, version: u32, person: String, on: Date },
}

/// An answer with its fate.
#[derive(Clone, Debug)]
pub(super) struct Decided {
    pub what: String,
    pub fate: Fate,
    pub text: String,
    pub step: Option<Step>,
}

impl Decided {
    fn new(what: &str, fate: Fate, text: impl Into<String>) -> Decided {
        Decided { what: what.to_owned(), fate, text: text.into(), step: None }
    }

    fn refused(what: &str, why: impl Into<String>) -> Decided {
        Decided::new(what, Fate::Refused, why)
    }

    fn writes(self, step: Step) -> Decided {
        Decided { step: Some(step), ..self }
    }
}

/// Who answers, and when.
#[derive(Clone, Copy)]
pub(super) struct Voice<'a> {
    pub by: &'a str,
    pub on: Option<Date>,
}

/// The register as answers are held against it.
pub(super) struct Bench<'r> {
    reader: &'r Reader<'r>,
    sight: Sight,
    today: Date,
    /// Why values the register has are corrected; empty for no reason.
    reason: &'r str,
    targets: HashMap<String, Target>,
    actions: Vec<Action>,
    communications: Vec<Communication>,
    acknowledgements: Vec<Acknowledgement>,
    editions: Vec<Edition>,
    directory: Vec<Entry>,
}

impl<'r> Bench<'r> {
    pub fn new(reader: &'r Reader<'r>, today: Date, reason: &'r str) -> Result<Bench<'r>, Refusal> {
        let sight = Sight::today(today);
        Ok(Bench {
            actions: reader.actions(&sight, None)?,
            communications: reader.records(&sight)?,
            acknowledgements: reader.records(&sight)?,
            editions: reader.records(&sight)?,
            directory: reader.records(&sight)?,
            targets: HashMap::new(),
            reader,
            sight,
            today,
            reason,
        })
    }

    /// What becomes of one answer.
    pub fn decide(&mut self, key: &Key, said: &Said, voice: Voice<'_>) -> Result<Decided, Refusal> {
        match key {
            Key::Reading { code, period_end } => self.reading(code, *period_end, said, voice),
            Key::CheckIn { code, period_end } => self.look(code, *period_end, said, voice),
            Key::Criterion { code, number } => self.criterion(code, *number, said),
            Key::Action(id) => Ok(self.action(*id, said)),
            Key::Target { code, version } => self.target(code, *version, said, voice),
        }
    }

    /// An objective with what recording needs; the refusal says why there is none.
    fn loaded(&mut self, code: &str) -> Result<&Target, Refusal> {
        if !self.targets.contains_key(code) {
            let target = Target::load(self.reader, code, self.today)?;
            self.targets.insert(code.to_owned(), target);
        }
        self.targets.get(code).ok_or_else(|| Refusal::invalid("an objective was just read and is gone"))
    }

    fn reading(&mut self, code: &str, period_end: Date, said: &Said, voice: Voice<'_>) -> Result<Decided, Refusal> {
        let (today, reason) = (self.today, self.reason);
        let explained = self.explanation(code, period_end)?;
        let target = match self.loaded(code) {
            Ok(target) => target,
            Err(refusal) => return Ok(Decided::refused(code, refusal.to_string())),
        };
        let what = format!("{code} {}", target.label(period_end));
        let period = target.rhythm().containing(period_end);
        if period.end != period_end {
            let rhythm = target.rhythm().frequency.word();
            return Ok(Decided::refused(
                &what,
                format!("{} ends no period of it: it is measured {rhythm}", day(period_end)),
            ));
        }
        let (value, why_not) = (said.value.as_str(), one_line(&said.why_not).into_owned());
        let there = target.standing_in(period);
        if !why_not.is_empty() && !value.is_empty() {
            return Ok(Decided::refused(&what, "has both a value and a reason why there is none"));
        }
        if !why_not.is_empty() {
            let known = explained.as_deref() == Some(why_not.as_str());
            return Ok(match there {
                Some(there) => {
                    let has = as_typed(&there.value, &target.objective().definition.unit);
                    let text = format!("the register has {has}, this says it was not measured: {why_not}");
                    Decided::new(&what, Fate::Clash, text)
                }
                None if !target.expects(&period) => Decided::refused(&what, "no reading is expected for this period"),
                None if known => Decided::new(&what, Fate::Unchanged, why_not),
                None => {
                    let (code, reason, by) = (code.to_owned(), why_not.clone(), voice.by.to_owned());
                    let step = Step::NotMeasured { code, period_end, reason, by };
                    Decided::new(&what, Fate::NotMeasured, why_not).writes(step)
                }
            });
        }
        let definition = &target.objective().definition;
        let value = match (value, there) {
            ("", None) => return Ok(Decided::refused(&what, "says what it means, but gives no value")),
            ("", Some(there)) => there.value,
            (typed, _) => match parse_value(typed, &definition.unit, NumberFormat::Unstated) {
                Ok(value) => value,
                Err(problem) => return Ok(Decided::refused(&what, problem.to_string())),
            },
        };
        if voice.on.is_some_and(|on| on > today) {
            return Ok(Decided::refused(&what, "was filled in on a day that lies in the future"));
        }
        if there.is_none() && !target.expects(&period) {
            return Ok(Decided::refused(&what, "no reading is expected for this period"));
        }
        let shown = |value: &Value| as_typed(value, &definition.unit);
        let meaning = one_line(&said.meaning).into_owned();
        let quoted = if meaning.is_empty() { String::new() } else { format!("  “{meaning}”") };
        let new = NewReading {
            code: code.to_owned(),
            // A value of the period may describe an earlier day of it.
            period: there.map_or(period_end, |there| there.measured_on).to_string(),
            value: Some(value),
            reported_by: voice.by.to_owned(),
            reported_on: Some(voice.on.unwrap_or(today)),
            evidence: one_line(&said.evidence).into_owned(),
            meaning: meaning.clone(),
            ..NewReading::default()
        };
        let by = voice.by.to_owned();
        match there {
            Some(there) if there.value == value => {
                let news = !meaning.is_empty() && meaning != there.evaluation;
                let text = format!("{}{quoted}", shown(&value));
                if !news {
                    return Ok(Decided::new(&what, Fate::Unchanged, text));
                }
                Ok(Decided::new(&what, Fate::Meaning, text).writes(Step::Reading { new: Box::new(new), by }))
            }
            Some(there) if reason.is_empty() => {
                let who =
                    if there.reported_by.is_empty() { String::new() } else { format!(" from {}", there.reported_by) };
                let (has, says) = (shown(&there.value), shown(&value));
                Ok(Decided::new(&what, Fate::Clash, format!("the register has {has}{who}, this says {says}")))
            }
            there => {
                let at = target.period_for(&new.period)?;
                let unusual = match target.accept(&at, &value) {
                    Ok(unusual) => unusual,
                    Err(refusal) => return Ok(Decided::refused(&what, refusal.to_string())),
                };
                let unusual: String = unusual.iter().map(|text| format!("; {text}")).collect();
                let (fate, was) = match there {
                    Some(there) => (Fate::Correction, format!(", not {}", shown(&there.value))),
                    None => (Fate::Value, String::new()),
                };
                let new = NewReading { reason: if there.is_some() { reason.to_owned() } else { String::new() }, ..new };
                Ok(Decided::new(&what, fate, format!("{}{was}{quoted}{unusual}", shown(&value)))
                    .writes(Step::Reading { new: Box::new(new), by }))
            }
        }
    }

    /// Why a period was not measured, as somebody said last.
    fn explanation(&mut self, code: &str, period_end: Date) -> Result<Option<String>, Refusal> {
        let (reader, sight) = (self.reader, self.sight);
        let Ok(target) = self.loaded(code) else { return Ok(None) };
        let notes = reader.not_measured(target.loaded.id, &sight)?;
        Ok(notes.into_iter().rev().find(|note| note.period_end == period_end).map(|note| note.reason))
    }

    fn look(&mut self, code: &str, period_end: Date, said: &Said, voice: Voice<'_>) -> Result<Decided, Refusal> {
        let today = self.today;
        let target = match self.loaded(code) {
            Ok(target) => target,
            Err(refusal) => return Ok(Decided::refused(code, refusal.to_string())),
        };
        let what = format!("{code} {}", target.label(period_end));
        let note = if said.meaning.is_empty() { &said.why_not } else { &said.meaning };
        let note = one_line(note).into_owned();
        let period = target.rhythm().containing(period_end);
        let looks = &target.objective().checkins;
        // Without a day of its own, one look a period is enough.
        let known = match voice.on {
            Some(on) => looks.contains(&on).then_some(on),
            None => looks.iter().copied().filter(|day| *day >= period.start).max(),
        };
        Ok(match (known, voice.on.unwrap_or(today)) {
            (Some(day_of), _) => {
                Decided::new(&what, Fate::Unchanged, format!("was looked at on {} already", day(day_of)))
            }
            (None, on) if on > today => Decided::refused(&what, "was filled in on a day that lies in the future"),
            (None, on) => {
                let (code, by) = (code.to_owned(), voice.by.to_owned());
                Decided::new(&what, Fate::Look, format!("“{note}”")).writes(Step::Look { code, on, note, by })
            }
        })
    }

    fn criterion(&mut self, code: &str, number: u32, said: &Said) -> Result<Decided, Refusal> {
        let what = format!("{code} criterion {number}");
        let loaded = match objective_called(self.reader, code, &self.sight) {
            Ok(loaded) => loaded,
            Err(refusal) => return Ok(Decided::refused(&what, refusal.to_string())),
        };
        let already = loaded.objective.criteria_done.iter().find(|done| done.number == number).map(|done| done.done);
        let there = number > 0 && loaded.objective.definition.criteria.len() >= number as usize;
        Ok(match self.done(&what, said, already) {
            _ if !there => Decided::refused(&what, "there is no such criterion any more"),
            Err(decided) => *decided,
            Ok(_) if said.evidence.is_empty() => Decided::refused(&what, "say what shows it: a text, path or URL"),
            Ok(done) => {
                let evidence = one_line(&said.evidence).into_owned();
                Decided::new(&what, Fate::Done, format!("{}, shown by {evidence}", day(done))).writes(Step::Criterion {
                    code: code.to_owned(),
                    number,
                    done,
                    evidence,
                })
            }
        })
    }

    fn action(&self, id: i64, said: &Said) -> Decided {
        let what = format!("action {id}");
        let Some(action) = self.actions.iter().find(|action| action.id == id) else {
            return Decided::refused(&what, "there is no such action");
        };
        match self.done(&what, said, action.done_on) {
            Err(decided) => *decided,
            Ok(done) => {
                let evidence = one_line(&said.evidence).into_owned();
                let shown = if evidence.is_empty() { String::new() } else { format!(", shown by {evidence}") };
                Decided::new(&what, Fate::Done, format!("{}{shown}: {}", day(done), action.text)).writes(Step::Action {
                    id,
                    done,
                    evidence,
                })
            }
        }
    }

    /// The day something was done, if that is news.
    fn done(&self, what: &str, said: &Said, already: Option<Date>) -> Result<Date, Box<Decided>> {
        let decided = match (said.done_on, already) {
            (None, _) => Decided::refused(what, "says what shows it, but not when it was done"),
            (Some(done), Some(known)) if done == known => {
                Decided::new(what, Fate::Unchanged, format!("done {}", day(done)))
            }
            (Some(done), Some(known)) => {
                let text = format!("the register has it done on {}, this says {}", day(known), day(done));
                Decided::new(what, Fate::Clash, text)
            }
            (Some(done), None) if done > self.today => {
                Decided::refused(what, format!("{} lies in the future", day(done)))
            }
            (Some(done), None) => return Ok(done),
        };
        Err(Box::new(decided))
    }

    fn target(&mut self, code: &str, version: u32, said: &Said, voice: Voice<'_>) -> Result<Decided, Refusal> {
        let what = format!("{code} version {version}");
        let loaded = match objective_called(self.reader, code, &self.sight) {
            Ok(loaded) => loaded,
            Err(refusal) => return Ok(Decided::refused(&what, refusal.to_string())),
        };
        let person = if said.name.trim().is_empty() { voice.by } else { said.name.trim() };
        let person = one_line(person).into_owned();
        let on = said.on.or(voice.on).unwrap_or(self.today);
        if said.known == Some(false) {
            return Ok(Decided::new(&what, Fate::NotKnown, format!("{person} says: not known; tell them")));
        }
        if on > self.today {
            return Ok(Decided::refused(&what, format!("{} lies in the future", day(on))));
        }
        let (code, function) = (&loaded.objective.code, &loaded.objective.definition.function);
        let versions = self.reader.versions(loaded.id, &self.sight)?;
        let Some(matter) = Matter::of(loaded.id, code, function, &versions, self.today) else {
            return Ok(Decided::refused(&what, "nothing of it is in force"));
        };
        if version < matter.version {
            let now = matter.version;
            return Ok(Decided::refused(
                &what,
                format!("version {now} is what counts now; ask again with a new sheet"),
            ));
        }
        let records = Records {
            communications: &self.communications,
            acknowledgements: &self.acknowledgements,
            editions: &self.editions,
            directory: &self.directory,
        };
        if let Some(confirmed) = records.knowledge(&matter, &person).confirmed {
            return Ok(Decided::new(&what, Fate::Unchanged, format!("{person} confirmed on {}", day(confirmed))));
        }
        let step = Step::Known { objective: loaded.id, code: code.clone(), version, person: person.clone(), on };
        Ok(Decided::new(&what, Fate::Known, format!("{person}, {}", day(on))).writes(step))
    }
}

/// A value as it was typed, a counted one without the unit: `97.5 %`, `45/47`.
pub(super) fn as_typed(value: &Value, unit: &str) -> String {
    match (value, unit.trim()) {
        (Value::Share { .. }, _) | (_, "") => value.as_typed(),
        (Value::Plain(_), unit) => format!("{} {unit}", value.as_typed()),
    }
}
