//! Told and confirmed: who learned of a version or an edition, and who says so.

use super::Told;
use super::approve::newest;
use crate::app::write::Write;
use crate::app::{Outcome, Refusal, Session};
use crate::domain::communication::{Acknowledgement, Communication, Reach};
use crate::domain::directory::same_name;
use crate::domain::edition::Edition;
use crate::domain::operation::Operation;
use crate::domain::period::Date;

/// What a communication or a confirmation speaks of.
struct Named {
    objective: Option<i64>,
    version: Option<u32>,
    edition: Option<i64>,
    /// `HR-2 version 2`, `edition 4`.
    words: String,
    code: Option<String>,
}

impl Session {
    pub(super) fn communicate(
        &mut self,
        what: &Told,
        audience: &[(Reach, String)],
        channel: &str,
        place: &str,
        on: Date,
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::Communicate, "", |write| {
            let audience = named_audience(audience)?;
            not_ahead(write, on)?;
            let all = named(write, what)?;
            for (named, (reach, name)) in all.iter().flat_map(|named| audience.iter().map(move |to| (named, to))) {
                let (told_by, recorded_on) = (write.actor().to_owned(), write.today());
                write.tx().add(&Communication {
                    id: 0,
                    objective: named.objective,
                    version: named.version,
                    edition: named.edition,
                    reach: *reach,
                    audience: name.clone(),
                    channel: channel.trim().to_owned(),
                    place: place.trim().to_owned(),
                    day: on,
                    told_by,
                    recorded_on,
                })?;
            }
            let names: Vec<&str> = audience.iter().map(|(_, name)| name.as_str()).collect();
            Ok(Outcome {
                summary: format!("{} told to {} on {on}", in_words(&all), names.join(", ")),
                touched: codes(all),
                ..Outcome::default()
            })
        })
    }

    pub(super) fn acknowledge(&mut self, what: &Told, person: &str, on: Date, note: &str) -> Result<Outcome, Refusal> {
        self.write(Operation::Acknowledge, "", |write| {
            let person = person.trim();
            if person.is_empty() {
                return Err(Refusal::field("person", "say who confirmed"));
            }
            not_ahead(write, on)?;
            let all = named(write, what)?;
            let sight = write.sight();
            let known = write.tx().records::<Acknowledgement>(&sight)?;
            for named in &all {
                let same = known.iter().find(|a| {
                    same_name(&a.person, person)
                        && (a.objective, a.version, a.edition) == (named.objective, named.version, named.edition)
                });
                if let Some(same) = same {
                    return Err(Refusal::invalid(format!(
                        "{person} confirmed {} on {} already",
                        named.words, same.day
                    )));
                }
                let recorded_on = write.today();
                write.tx().add(&Acknowledgement {
                    id: 0,
                    objective: named.objective,
                    version: named.version,
                    edition: named.edition,
                    person: person.to_owned(),
                    day: on,
                    note: note.trim().to_owned(),
                    recorded_on,
                })?;
            }
            Ok(Outcome {
                summary: format!("{} confirmed by {person} on {on}", in_words(&all)),
                touched: codes(all),
                ..Outcome::default()
            })
        })
    }
}

/// Everybody told, each once; everyone has no name of their own.
fn named_audience(audience: &[(Reach, String)]) -> Result<Vec<(Reach, String)>, Refusal> {
    let mut named: Vec<(Reach, String)> = Vec::new();
    for (reach, name) in audience {
        let name = match reach {
            Reach::Everyone => Reach::Everyone.word(),
            Reach::Person | Reach::Function => name.trim(),
        };
        let known = named.iter().any(|(r, n)| r == reach && same_name(n, name));
        if !name.is_empty() && !known {
            named.push((*reach, name.to_owned()));
        }
    }
    if named.is_empty() {
        return Err(Refusal::field("audience", "say who was told: people, functions or everyone"));
    }
    Ok(named)
}

fn not_ahead(write: &Write, on: Date) -> Result<(), Refusal> {
    if on > write.today() {
        return Err(Refusal::field("on", format!("{on} lies in the future")));
    }
    Ok(())
}

fn in_words(all: &[Named]) -> String {
    all.iter().map(|named| named.words.as_str()).collect::<Vec<_>>().join(", ")
}

fn codes(all: Vec<Named>) -> Vec<String> {
    all.into_iter().filter_map(|named| named.code).collect()
}

fn named(write: &mut Write, what: &Told) -> Result<Vec<Named>, Refusal> {
    match what {
        Told::Objective(code) => Ok(vec![in_force(write, code)?]),
        Told::Objectives(codes) if codes.is_empty() => Err(Refusal::invalid("name at least one objective")),
        Told::Objectives(codes) => codes.iter().map(|code| in_force(write, code)).collect(),
        Told::Edition(number) => {
            let sight = write.sight();
            let edition = match number {
                None => newest(write.tx(), &sight)?,
                Some(number) => {
                    let editions = write.tx().records::<Edition>(&sight)?;
                    let newest = editions.last().map_or(0, |edition| edition.number);
                    let found = editions.into_iter().find(|edition| edition.number == *number);
                    Some(found.ok_or_else(|| no_edition(*number, newest))?)
                }
            };
            let edition = edition.ok_or_else(|| no_edition(1, 0))?;
            let (number, words) = (edition.number, format!("edition {}", edition.number));
            Ok(vec![Named { objective: None, version: None, edition: Some(number), words, code: None }])
        }
    }
}

/// The version of an objective that counts now.
fn in_force(write: &mut Write, code: &str) -> Result<Named, Refusal> {
    let loaded = write.objective(code)?;
    let code = loaded.objective.code;
    let Some(version) = loaded.in_force else {
        return Err(Refusal::invalid(format!("{code} is a draft: nothing of it is in force yet"))
            .next("tell it once it is approved"));
    };
    let words = format!("{code} version {version}");
    Ok(Named { objective: Some(loaded.id), version: Some(version), edition: None, words, code: Some(code) })
}

/// There is no edition of this number; which there are helps.
pub(super) fn no_edition(number: i64, newest: i64) -> Refusal {
    match newest {
        0 => {
            Refusal::not_found("the list has no approved edition yet").next("`sixtwo edition approve` makes the first")
        }
        1 => Refusal::not_found(format!("there is no edition {number}; there is edition 1")),
        n => Refusal::not_found(format!("there is no edition {number}; there are 1 to {n}")),
    }
}
