//! Asking people for what they owe: a text and a sheet for each, written to a folder. Nothing is sent.

use std::path::{Path, PathBuf};

use super::asked::Questions;
use super::files::{Names, make_folder};
use super::sheet::workbook;
use crate::app::papers::Written;
use crate::app::people::view::Party;
use crate::app::view::Lens;
use crate::app::{Outcome, Refusal, Session};
use crate::domain::directory::{Activity, same_name};
use crate::domain::reply::{Asked, Subject};
use crate::domain::text::one_line;
use crate::domain::words::{counted, day};

/// Whom to ask, and where to write it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asking<'a> {
    /// Only this person or role.
    pub person: Option<&'a str>,
    /// The folder for texts and sheets; `None` only lists.
    pub folder: Option<&'a Path>,
    /// From where to look.
    pub lens: Lens,
}

/// Somebody who owes something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// The person or role.
    pub name: String,
    /// Where to write; empty where it is not kept.
    pub email: String,
    /// Readings and looks that wait.
    pub readings: usize,
    /// Open actions.
    pub actions: usize,
    /// Targets they have not confirmed.
    pub targets: usize,
    /// Why they cannot be asked: they left, or nobody holds the role.
    pub gone: Option<String>,
    /// The text and the sheet, where they were written.
    pub files: Vec<PathBuf>,
}

impl Session {
    /// Lists who owes something, and writes a text and a reply sheet for each who can be asked. A file that is there is
    /// replaced whole.
    pub fn ask(&mut self, asking: Asking<'_>) -> Result<Vec<Addressee>, Refusal> {
        let questions = self.questions(asking.lens)?;
        let person = asking.person.map(|name| questions.spelled(Subject::Owner, name)).transpose()?;
        if let Some(folder) = asking.folder {
            make_folder(folder)?;
        }
        let mut names = Names::default();
        let mut asked = Vec::new();
        for party in questions.owing().filter(|party| person.as_ref().is_none_or(|name| same_name(name, &party.name))) {
            let mut addressee = addressee(party);
            if let (None, Some(folder)) = (&addressee.gone, asking.folder) {
                addressee.files = self.write_to(&questions, party, &addressee, folder, &names.of(&party.name))?;
            }
            asked.push(addressee);
        }
        Ok(asked)
    }

    /// The same for everybody, told in a sentence.
    pub(in crate::app) fn write_requests(&mut self, folder: &Path) -> Result<Outcome, Refusal> {
        let asked = self.ask(Asking { folder: Some(folder), ..Asking::default() })?;
        let written = asked.iter().filter(|each| !each.files.is_empty()).count();
        if written == 0 {
            return Err(Refusal::invalid("nobody who is there owes anything; nothing was written"));
        }
        let place = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let people = counted(written, "text and sheet", "texts and sheets");
        let gone = asked.iter().filter(|each| each.gone.is_some()).map(|each| format!("{} was left out", each.name));
        Ok(Outcome {
            summary: format!("{people} in {}; nothing was sent", place.display()),
            warnings: gone.collect(),
            ..Outcome::default()
        })
    }

    fn write_to(
        &self,
        questions: &Questions,
        party: &Party,
        addressee: &Addressee,
        folder: &Path,
        name: &str,
    ) -> Result<Vec<PathBuf>, Refusal> {
        let asked = questions.asked(Subject::Owner, &party.name)?;
        let sheet = format!("{name}.xlsx");
        let text = text(questions, party, addressee, &asked, &sheet);
        let mut files = Vec::new();
        for (name, bytes) in [(format!("{name}.txt"), text.into_bytes()), (sheet.clone(), workbook(&asked)?)] {
            let to = folder.join(name);
            files.push(self.file_paper(&Written::from(bytes), &to)?.path);
        }
        Ok(files)
    }
}

fn addressee(party: &Party) -> Addressee {
    let gone = match party.activity {
        Activity::Ended(last) => Some(format!("there until {} only", day(last))),
        Activity::NotYet(first) => Some(format!("there from {} on only", day(first))),
        Activity::Vacant => Some("nobody holds the role".to_owned()),
        Activity::Active | Activity::Unknown => None,
    };
    Addressee {
        name: party.name.clone(),
        email: party.entry.as_ref().map(|entry| entry.email.clone()).unwrap_or_default(),
        readings: party.readings.len(),
        actions: party.actions.len(),
        targets: party.knows.iter().filter(|known| known.knowledge.confirmed.is_none()).count(),
        gone,
        files: Vec::new(),
    }
}

/// A mail as text: two lines of head, then what waits, then what to do.
fn text(questions: &Questions, party: &Party, addressee: &Addressee, asked: &Asked, sheet: &str) -> String {
    let counts = [
        (addressee.readings, "reading", "readings"),
        (addressee.actions, "action", "actions"),
        (addressee.targets, "target to confirm", "targets to confirm"),
    ];
    let waits: Vec<String> =
        counts.into_iter().filter(|(n, _, _)| *n > 0).map(|(n, one, many)| counted(n, one, many)).collect();
    let organization = &asked.organization;
    let subject = match waits.is_empty() {
        true => format!("{organization}: security objectives wait for you"),
        false => format!("{organization}: security objectives, {}", waits.join(", ")),
    };
    let to = match addressee.email.trim() {
        "" => party.name.clone(),
        email => format!("{} <{email}>", party.name),
    };
    let body = party.ask_text(questions.overview.as_of).unwrap_or_default();
    let body: Vec<String> = body.lines().map(|line| one_line(line).into_owned()).collect();
    let mut lines = vec![format!("To: {}", one_line(&to)), format!("Subject: {}", one_line(&subject)), String::new()];
    lines.extend(body);
    lines.push(String::new());
    lines.push(format!("Please fill in the attached sheet {sheet} and send it back; a spreadsheet program is enough."));
    lines.push("A value you cannot measure needs one line that says why; what you leave empty stays open.".to_owned());
    lines.join("\n") + "\n"
}
