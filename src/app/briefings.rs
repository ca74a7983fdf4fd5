//! The pages of functions, people and roles: one, or all of them in a folder with a page that leads to them.

use std::path::{Path, PathBuf};

use super::freeze::objective::frozen;
use super::lens::Look;
use super::papers::{Format, Written};
use super::probe::page_in;
use super::replies::asked::Questions;
use super::replies::files::{Names, make_folder};
use super::view::{Dossier, Lens, Row};
use super::{Refusal, RefusalKind, Session};
use crate::domain::briefing::{Briefing, Pursued};
use crate::domain::directory::{EntryKind, same_name};
use crate::domain::objective::Lifecycle;
use crate::domain::progress;
use crate::domain::reply::Subject;
use crate::report::{function, reply, xlsx};
use crate::store::Reader;

pub use super::replies::SheetOf;

/// The name of the page that leads to the others, without its ending.
const INDEX: &str = "index";

/// A page that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFiled {
    /// The function, person or role; empty for the page that leads to the others.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// What to know about the file.
    pub notes: Vec<String>,
}

impl Session {
    /// The facts of one page.
    pub fn briefing(&mut self, of: &SheetOf, lens: Lens) -> Result<Briefing, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let questions = Questions::read(reader, &look, self.picture(reader, &look)?)?;
            Desk { reader, look: &look, questions: &questions }.briefing(of)
        })
    }

    /// One page. As a workbook it is led by the sheet that takes answers.
    pub fn function_page(&mut self, of: &SheetOf, format: Format, lens: Lens) -> Result<Written, Refusal> {
        let briefing = self.briefing(of, lens)?;
        self.page(&briefing, format)
    }

    /// Every page that says something, and one that leads to them, in a folder. Each file is written whole or not at all.
    pub fn function_pages(
        &mut self,
        subject: Subject,
        format: Format,
        folder: &Path,
        lens: Lens,
    ) -> Result<Vec<PageFiled>, Refusal> {
        let briefings = self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let questions = Questions::read(reader, &look, self.picture(reader, &look)?)?;
            let desk = Desk { reader, look: &look, questions: &questions };
            let names = desk.names(subject);
            let mut briefings = Vec::with_capacity(names.len());
            for (at, name) in names.iter().enumerate() {
                progress::step("writing page", at + 1, names.len())?;
                let briefing = desk.briefing(&SheetOf { subject, name: name.clone() })?;
                if !(briefing.pursued.is_empty() && briefing.reported.is_empty() && briefing.asked.is_empty()) {
                    briefings.push(briefing);
                }
            }
            Ok::<_, Refusal>(briefings)
        })?;
        let Some(first) = briefings.first() else {
            let (nobody, next) = match subject {
                Subject::Function => {
                    ("no objective names a function", "`sixtwo people reorganize --move CODE=FUNCTION`")
                }
                Subject::Owner => ("no objective names an owner", "`sixtwo people` lists everybody"),
            };
            return Err(Refusal::new(RefusalKind::NotFound, nobody).next(next));
        };
        make_folder(folder)?;
        let mut names = Names::default();
        names.of(INDEX);
        let (mut filed, mut entries) = (Vec::new(), Vec::new());
        for briefing in &briefings {
            let name = &briefing.asked.stamp.name;
            let file = format!("{}.{}", names.of(name), format.word());
            let written = self.page(briefing, format)?;
            let path = self.file_paper(&written, &folder.join(&file))?.path;
            filed.push(PageFiled { name: name.clone(), path, notes: written.notes });
            entries.push(function::Entry::of(briefing, file));
        }
        let asked = &first.asked;
        let index = function::index(&asked.organization, subject, asked.as_of, &first.state, &entries);
        let index = self.paper(index, subject.word(), Format::Html)?;
        let path = self.file_paper(&index, &folder.join(format!("{INDEX}.html")))?.path;
        filed.push(PageFiled { name: String::new(), path, notes: index.notes });
        Ok(filed)
    }

    fn page(&self, briefing: &Briefing, format: Format) -> Result<Written, Refusal> {
        let document = function::document(briefing);
        if format != Format::Xlsx {
            return self.paper(document, briefing.asked.stamp.subject.word(), format);
        }
        let broken =
            |why: String| Refusal::new(RefusalKind::Broken, format!("the reply sheet cannot be written: {why}"));
        let sheet = reply::worksheet(&briefing.asked).map_err(|error| broken(error.to_string()))?;
        xlsx::render_behind(Some(sheet), &document).map_err(|error| broken(error.to_string()))
    }
}

/// The register while pages are made of it.
struct Desk<'a> {
    reader: &'a Reader<'a>,
    look: &'a Look,
    questions: &'a Questions,
}

impl Desk<'_> {
    /// Everybody, or every function, that may have a page.
    fn names(&self, subject: Subject) -> Vec<String> {
        let people = &self.questions.people;
        match subject {
            Subject::Function => people.functions.iter().map(|line| line.name.clone()).collect(),
            Subject::Owner => people.parties.iter().map(|party| party.name.clone()).collect(),
        }
    }

    fn briefing(&self, of: &SheetOf) -> Result<Briefing, Refusal> {
        let asked = self.questions.asked(of.subject, &of.name)?;
        let (subject, name) = (of.subject, asked.stamp.name.as_str());
        let rows = || self.questions.overview.rows.iter().filter(|row| row.objective.lifecycle == Lifecycle::InForce);
        let mut pursued = Vec::new();
        let mut state = None;
        for row in rows().filter(|row| self.questions.pursues(subject, name, row)) {
            let (page, dossier) = page_in(self.reader, self.look, row.code())?;
            state.get_or_insert_with(|| page.state());
            pursued.push(Pursued { frozen: frozen(&dossier), tell: self.tell(&dossier), page });
        }
        let reported = rows().filter(|row| self.reports_for_others(subject, name, row));
        let overview = &self.questions.overview;
        let checkpoint = || format!("state {} · {}", overview.seq, overview.head.get(..8).unwrap_or_default());
        Ok(Briefing {
            people: self.people(subject, name),
            reported: reported
                .map(|row| (row.code().to_owned(), row.objective.definition.title.clone(), row.judgement.status))
                .collect(),
            next_review: overview.next_review,
            state: state.unwrap_or_else(checkpoint),
            pursued,
            asked,
        })
    }

    fn reports_for_others(&self, subject: Subject, name: &str, row: &Row) -> bool {
        let collector = &row.objective.definition.collector;
        subject == Subject::Owner
            && self.questions.means(name, collector)
            && !self.questions.pursues(subject, name, row)
    }

    fn people(&self, subject: Subject, name: &str) -> Vec<String> {
        let people = &self.questions.people;
        match subject {
            Subject::Function => {
                let line = people.functions.iter().find(|line| same_name(&line.name, name));
                line.map(|line| line.people.clone()).unwrap_or_default()
            }
            Subject::Owner => people.party(name).map(|party| party.roles.clone()).unwrap_or_default(),
        }
    }

    /// Who judges it, and who answers for what it is part of.
    fn tell(&self, dossier: &Dossier) -> Vec<String> {
        let definition = &dossier.row.objective.definition;
        let mut tell: Vec<(String, String)> = Vec::new();
        if let Some(judge) = Some(definition.evaluator.trim()).filter(|judge| !judge.is_empty()) {
            tell.push((self.with_mail(judge), "every value and what it means".to_owned()));
        }
        let rows = &self.questions.overview.rows;
        let parent = rows.iter().find(|row| row.code().eq_ignore_ascii_case(definition.parent.trim()));
        if let Some(parent) = parent.filter(|parent| !parent.objective.definition.owner.trim().is_empty()) {
            let owner = self.with_mail(&parent.objective.definition.owner);
            let slips = format!("when it slips, because it is part of {}", parent.code());
            match tell.iter_mut().find(|(name, _)| *name == owner) {
                Some((_, what)) => *what = format!("{what}; {slips}"),
                None => tell.push((owner, slips)),
            }
        }
        tell.into_iter().map(|(name, what)| format!("{name}: {what}")).collect()
    }

    /// `H. Berg, berg@example.org`
    fn with_mail(&self, name: &str) -> String {
        let party = self.questions.people.party(name);
        let holder = party.filter(|party| party.kind == Some(EntryKind::Role)).and_then(|party| party.roles.first());
        let mail = |name: &str| {
            let entry = self.questions.people.party(name)?.entry.as_ref()?;
            Some(entry.email.trim().to_owned()).filter(|mail| !mail.is_empty())
        };
        let held = holder.map(|holder| format!(" ({holder})")).unwrap_or_default();
        let mail = mail(name).or_else(|| mail(holder?)).map(|mail| format!(", {mail}")).unwrap_or_default();
        format!("{}{held}{mail}", name.trim())
    }
}
