//! Many replies in one preview and one operation: held against the register, then against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::asked::Questions;
use super::decide::{Bench, Decided, Step, Voice};
use super::silent::silent;
use super::view::{Fate, FileReply, Replies, ReplyLine};
use crate::app::readings::record_said_by;
use crate::app::view::Lens;
use crate::app::write::Write;
use crate::app::{Outcome, Refusal, RefusalKind, Session, meeting, milestones};
use crate::domain::communication::Acknowledgement;
use crate::domain::directory::{Directory, Entry, EntryKind};
use crate::domain::operation::Operation;
use crate::domain::reply::{Key, Said, Subject};
use crate::domain::text::one_line;
use crate::domain::words::counted;
use crate::exchange::input::Source;
use crate::exchange::reply::{self, Reply};
use crate::exchange::workbook::Workbook;
use crate::store::Reader;

/// Replies to take in, and how.
#[derive(Clone, Debug, Default)]
pub struct RepliesRequest {
    /// The files.
    pub files: Vec<ReplyFile>,
    /// Leave out what clashes or cannot be taken in, instead of stopping.
    pub skip_invalid: bool,
    /// Why values the register has are corrected; empty lets them clash.
    pub reason: String,
}

/// A file that came back.
#[derive(Clone, Debug)]
pub struct ReplyFile {
    /// As the person named it.
    pub name: String,
    /// Where its bytes come from.
    pub source: Source,
}

impl RepliesRequest {
    /// Every spreadsheet of a folder by name, or the one file.
    pub fn from_place(from: &Path, leave_out: bool) -> Result<RepliesRequest, Refusal> {
        let mut paths = vec![from.to_owned()];
        if from.is_dir() {
            let unreadable =
                |error| Refusal::new(RefusalKind::File, format!("{} cannot be read: {error}", from.display()));
            let inside = fs::read_dir(from).map_err(unreadable)?.filter_map(|entry| Some(entry.ok()?.path()));
            paths = inside.filter(|path| is_spreadsheet(path)).collect();
            paths.sort();
            if paths.is_empty() {
                return Err(Refusal::new(RefusalKind::NotFound, format!("{} holds no spreadsheet", from.display()))
                    .next("name the folder with the filled reply sheets"));
            }
        }
        let file = |path: PathBuf| ReplyFile { name: path.display().to_string(), source: Source::File(path) };
        let files = paths.into_iter().map(file).collect();
        Ok(RepliesRequest { files, skip_invalid: leave_out, reason: String::new() })
    }
}

/// A spreadsheet by its name; the files a spreadsheet program keeps beside an open one begin with a sign.
fn is_spreadsheet(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    (name.ends_with(".xlsx") || name.ends_with(".ods")) && !name.starts_with(['~', '.'])
}

impl Session {
    /// Takes in what lies in a place; where something stops it, the refusal says so.
    pub(in crate::app) fn take_in_from(&mut self, from: &Path, leave_out: bool) -> Result<Outcome, Refusal> {
        let replies = self.take_in_replies(&RepliesRequest::from_place(from, leave_out)?)?;
        if replies.stopping() > 0 && !leave_out {
            return Err(Refusal::invalid("nothing was taken in: something clashes or is refused"));
        }
        Ok(replies.outcome)
    }

    /// What would become of these replies. Nothing is written.
    pub fn preview_replies(&mut self, request: &RepliesRequest) -> Result<Replies, Refusal> {
        let read = read_all(request);
        let today = self.env.clock.now().today;
        let questions = self.questions(Lens::default())?;
        let (mut replies, _) = self.store.read(|reader| plan(reader, &read, request, today))?;
        replies.silent = who_is_silent(&questions, &read, &replies)?;
        Ok(replies)
    }

    /// Takes replies in: everything they answer is one operation, which one undo takes back. Where something clashes or
    /// is refused and is not to be left out, nothing is written and the outcome is empty.
    pub fn take_in_replies(&mut self, request: &RepliesRequest) -> Result<Replies, Refusal> {
        let read = read_all(request);
        let today = self.env.clock.now().today;
        let questions = self.questions(Lens::default())?;
        let names: Vec<&str> = request.files.iter().map(|file| file.name.as_str()).collect();
        let mut replies = Replies::default();
        let outcome = self.write(Operation::ReplyImport, &format!("replies: {}", names.join(", ")), |write| {
            let (planned, steps) = plan(write.tx(), &read, request, today)?;
            replies = planned;
            if replies.stopping() > 0 && !request.skip_invalid {
                return Ok(Outcome::default());
            }
            let mut outcome = apply(write, steps)?;
            outcome.summary = summary(&replies);
            Ok(outcome)
        })?;
        replies.silent = who_is_silent(&questions, &read, &replies)?;
        Ok(Replies { outcome, ..replies })
    }
}

/// A file, read.
struct Read {
    reply: Option<Reply>,
    problem: Option<String>,
    notes: Vec<String>,
}

fn read_all(request: &RepliesRequest) -> Vec<Read> {
    let read = |file: &ReplyFile| match Workbook::read(&file.source, &file.name) {
        Err(problem) => Read { reply: None, problem: Some(problem.to_string()), notes: Vec::new() },
        Ok(book) => {
            let reply = reply::read(&book);
            let problem = reply.is_none().then(|| NO_SHEET.to_owned());
            Read { reply, problem, notes: book.notes }
        }
    };
    request.files.iter().map(read).collect()
}

const NO_SHEET: &str = "holds no reply sheet; `sixtwo ask` and `sixtwo export function` write them";

/// Answers by what they answer: a target may be known by many.
type Asked = (Key, String);

struct Plan<'a> {
    bench: Bench<'a>,
    replies: Replies,
    /// Where each question was answered first: file, line, what was said.
    first: BTreeMap<Asked, (usize, usize, Said)>,
    /// What to write, by file and line.
    steps: BTreeMap<(usize, usize), Step>,
}

fn plan(
    reader: &Reader,
    read: &[Read],
    request: &RepliesRequest,
    today: crate::domain::period::Date,
) -> Result<(Replies, Vec<Step>), Refusal> {
    let register = reader.register()?.uuid;
    let directory: Vec<Entry> = reader.records(&crate::store::Sight::today(today))?;
    let mut plan = Plan {
        bench: Bench::new(reader, today, request.reason.trim())?,
        replies: Replies::default(),
        first: BTreeMap::new(),
        steps: BTreeMap::new(),
    };
    for (file, read) in request.files.iter().zip(read) {
        plan.file(&file.name, read, &register, &directory)?;
    }
    Ok((plan.replies, plan.steps.into_values().collect()))
}

/// Who filled a sheet in: whoever says so, else whose sheet it is.
fn author(reply: &Reply) -> String {
    match (reply.by.1.trim(), reply.stamp.subject) {
        ("", Subject::Owner) => one_line(&reply.stamp.name).into_owned(),
        (name, _) => one_line(name).into_owned(),
    }
}

impl Plan<'_> {
    fn file(&mut self, name: &str, read: &Read, register: &str, directory: &[Entry]) -> Result<(), Refusal> {
        let mut file = FileReply {
            name: one_line(name).into_owned(),
            sheet: None,
            by: String::new(),
            on: None,
            lines: Vec::new(),
            left_open: 0,
            problem: read.problem.clone(),
            notes: read.notes.clone(),
        };
        let Some(reply) = &read.reply else {
            self.replies.files.push(file);
            return Ok(());
        };
        file.sheet = Some((reply.stamp.subject, one_line(&reply.stamp.name).into_owned()));
        file.by = author(reply);
        file.on = reply.on;
        if reply.stamp.register != register {
            file.problem = Some("was asked by another objectives file; take it in there".to_owned());
        } else if file.by.is_empty() {
            let at = reply.by.0;
            file.problem = Some(format!("{at}: nobody says who filled it in; type the name into that cell"));
        }
        if file.problem.is_some() {
            self.replies.files.push(file);
            return Ok(());
        }
        let known = Directory::new(directory);
        if !directory.is_empty() && known.entry(EntryKind::Person, &file.by).is_none() {
            file.notes.push(format!("{} is not in the directory", file.by));
        }
        let at_file = self.replies.files.len();
        let lost = |at: &crate::exchange::workbook::CellAt| !reply.lines.iter().any(|line| line.at.row == at.row);
        for (at, why) in reply.unreadable.iter().filter(|(at, _)| lost(at)) {
            let (at, what) = (at.to_string(), "the head".to_owned());
            file.lines.push(ReplyLine { at, what, fate: Fate::Refused, text: why.clone() });
        }
        self.replies.files.push(file);
        for line in &reply.lines {
            if line.unreadable {
                let whys = reply.unreadable.iter().filter(|(at, _)| at.row == line.at.row);
                let text: Vec<String> = whys.map(|(at, why)| format!("{at}: {why}")).collect();
                self.push(at_file, &line.at, refused(&line.key, text.join("; ")), None);
            } else if line.said.is_silent(&line.key) {
                self.replies.files[at_file].left_open += 1;
            } else {
                self.answer(at_file, line, reply)?;
            }
        }
        Ok(())
    }

    fn answer(&mut self, at_file: usize, line: &reply::Line, reply: &Reply) -> Result<(), Refusal> {
        let by = self.replies.files[at_file].by.clone();
        let confirmed_by = match line.key {
            Key::Target { .. } if !line.said.name.trim().is_empty() => line.said.name.trim().to_lowercase(),
            Key::Target { .. } => by.to_lowercase(),
            _ => String::new(),
        };
        let asked: Asked = (line.key.clone(), confirmed_by);
        if let Some((other_file, other_line, said)) = self.first.get(&asked).cloned() {
            let other = self.replies.files[other_file].name.clone();
            let here = self.replies.files[at_file].name.clone();
            let what = self.replies.files[other_file].lines[other_line].what.clone();
            if said == line.said {
                let decided = Decided { what, fate: Fate::Unchanged, text: format!("as in {other}"), step: None };
                self.push(at_file, &line.at, decided, None);
                return Ok(());
            }
            let text = format!("{} here, {} in {other}", told(&line.said), told(&said));
            self.push(at_file, &line.at, Decided { what, fate: Fate::Clash, text, step: None }, None);
            let first = &mut self.replies.files[other_file].lines[other_line];
            if !first.fate.stops() {
                first.fate = Fate::Clash;
                first.text = format!("{} here, {} in {here}", told(&said), told(&line.said));
            }
            self.steps.remove(&(other_file, other_line));
            return Ok(());
        }
        let decided = self.bench.decide(&line.key, &line.said, Voice { by: &by, on: reply.on })?;
        self.push(at_file, &line.at, decided, Some((asked, line.said.clone())));
        Ok(())
    }

    fn push(
        &mut self,
        at_file: usize,
        at: &crate::exchange::workbook::CellAt,
        decided: Decided,
        answers: Option<(Asked, Said)>,
    ) {
        let Decided { what, fate, text, step } = decided;
        let lines = &mut self.replies.files[at_file].lines;
        if let Some((asked, said)) = answers {
            self.first.insert(asked, (at_file, lines.len(), said));
        }
        if let Some(step) = step {
            self.steps.insert((at_file, lines.len()), step);
        }
        lines.push(ReplyLine { at: at.to_string(), what, fate, text });
    }
}

fn refused(key: &Key, why: String) -> Decided {
    let what = match key {
        Key::Action(id) => format!("action {id}"),
        key => key.code().to_owned(),
    };
    Decided { what, fate: Fate::Refused, text: why, step: None }
}

/// An answer in a few words, for a clash.
fn told(said: &Said) -> String {
    let dated = said.done_on.map(|day| format!("done on {day}"));
    let known = said.known.map(|known| if known { "known" } else { "not known" }.to_owned());
    let texts = [
        (!said.value.is_empty()).then(|| said.value.clone()),
        (!said.why_not.is_empty()).then(|| format!("not measured: {}", said.why_not)),
        dated,
        known,
        (!said.meaning.is_empty()).then(|| format!("“{}”", said.meaning)),
        (!said.evidence.is_empty()).then(|| format!("shown by {}", said.evidence)),
    ];
    let said: Vec<String> = texts.into_iter().flatten().map(|text| one_line(&text).into_owned()).collect();
    said.join(", ")
}

/// A file that cannot be taken in is no answer.
fn who_is_silent(questions: &Questions, read: &[Read], replies: &Replies) -> Result<Vec<super::view::Silent>, Refusal> {
    let mut names = Vec::new();
    let mut answered = BTreeSet::new();
    let usable = read.iter().zip(&replies.files).filter(|(_, file)| file.problem.is_none());
    for reply in usable.filter_map(|(read, _)| read.reply.as_ref()) {
        let lines = reply.lines.iter().filter(|line| line.unreadable || !line.said.is_silent(&line.key));
        let keys: Vec<Key> = lines.map(|line| line.key.clone()).collect();
        // A sheet that came back empty is no answer.
        if keys.is_empty() {
            continue;
        }
        answered.extend(keys);
        names.push(author(reply));
        if reply.stamp.subject == Subject::Owner {
            names.push(reply.stamp.name.clone());
        }
    }
    silent(questions, &names, &answered)
}

/// Writes what was planned, inside a running transaction.
fn apply(write: &mut Write, steps: Vec<Step>) -> Result<Outcome, Refusal> {
    let mut outcome = Outcome::default();
    for step in steps {
        match step {
            Step::Reading { new, by } => {
                let recorded = record_said_by(write, &new, &by)?.outcome;
                let code = &new.code;
                outcome.warnings.extend(recorded.warnings.into_iter().map(|warning| format!("{code}: {warning}")));
                outcome.touched.push(new.code);
            }
            Step::NotMeasured { code, period_end, reason, by } => {
                milestones::explain(write, &code, &period_end.to_string(), &reason, &by)?;
                outcome.touched.push(code);
            }
            Step::Look { code, on, note, by } => {
                outcome.touched.push(milestones::look_at(write, &code, on, &note, &by)?);
            }
            Step::Criterion { code, number, done, evidence } => {
                let loaded = write.objective(&code)?;
                milestones::fulfil(write, &loaded, number, done, &evidence)?;
                outcome.touched.push(code);
            }
            Step::Action { id, done, evidence } => {
                outcome.touched.extend(meeting::complete(write, id, done, &evidence)?.touched);
            }
            Step::Known { objective, code, version, person, on } => {
                let recorded_on = write.today();
                write.tx().add(&Acknowledgement {
                    id: 0,
                    objective: Some(objective),
                    version: Some(version),
                    edition: None,
                    person,
                    day: on,
                    note: "reply sheet".to_owned(),
                    recorded_on,
                })?;
                outcome.touched.push(code);
            }
        }
    }
    outcome.touched.retain(|code| !code.is_empty());
    outcome.touched.sort();
    outcome.touched.dedup();
    Ok(outcome)
}

/// `3 values, 1 meaning, 2 done, 1 target known, from 2 replies`
fn summary(replies: &Replies) -> String {
    let counts = [
        (Fate::Value, "value", "values"),
        (Fate::Correction, "correction", "corrections"),
        (Fate::Meaning, "meaning", "meanings"),
        (Fate::NotMeasured, "period not measured", "periods not measured"),
        (Fate::Look, "look", "looks"),
        (Fate::Done, "thing done", "things done"),
        (Fate::Known, "target known", "targets known"),
    ];
    let counts = counts.into_iter().map(|(fate, one, many)| (replies.count(fate), one, many));
    let said: Vec<String> = counts.filter(|(n, _, _)| *n > 0).map(|(n, one, many)| counted(n, one, many)).collect();
    let files = counted(replies.files.len(), "reply", "replies");
    match said.is_empty() {
        true => format!("nothing in {files} is new"),
        false => format!("{} from {files}", said.join(", ")),
    }
}
