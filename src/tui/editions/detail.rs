//! What stands behind the selected line: an edition, the next one, or somebody who has not confirmed.

use ratatui::text::{Line, Span};

use super::difference;
use crate::app::editions::view::{EditionView, NextEdition, Unconfirmed, Waiting};
use crate::domain::communication::{Communication, Heard, Knowledge, Reach};
use crate::domain::edition::{Difference, Fate};
use crate::domain::text::one_line;
use crate::domain::version::Cause;
use crate::domain::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, text};

/// Cells of the names at the left.
const LABEL: usize = 15;
/// Cells of the names in a text to send.
const NAME: usize = 13;

/// Lines of a pane in one look.
pub struct Page {
    theme: Theme,
    width: usize,
    lines: Vec<Line<'static>>,
}

impl Page {
    /// An empty page of that width.
    pub fn new(theme: Theme, width: usize) -> Page {
        Page { theme, width, lines: Vec::new() }
    }

    /// The lines written.
    pub fn lines(self) -> Vec<Line<'static>> {
        self.lines
    }

    /// A text under a name, wrapped; nothing where it is empty.
    pub fn entry(&mut self, label: &str, said: &str) {
        for (at, part) in text::wrap(said, self.width.saturating_sub(LABEL), 6).into_iter().enumerate() {
            let label = if at == 0 { label } else { "" };
            self.lines
                .push(Line::from(vec![Span::styled(text::left(label, LABEL), self.theme.quiet()), Span::raw(part)]));
        }
    }

    /// A heading.
    pub fn heading(&mut self, said: &str) {
        self.lines.push(Line::styled(text::cut(said, self.width), self.theme.strong()));
    }

    /// A line as it is.
    pub fn line(&mut self, line: Line<'static>) {
        self.lines.push(line);
    }

    /// An empty line, never two.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// Sentences in the whole width.
    pub fn prose(&mut self, said: &str) {
        self.lines.extend(text::wrap(said, self.width, 8).into_iter().map(Line::raw));
    }

    /// Changed fields below each other, a little to the right.
    pub fn fields(&mut self, changes: &[crate::domain::difference::FieldChange]) {
        for change in changes {
            for line in difference::field(change, self.theme, self.width.saturating_sub(2)) {
                self.lines.push(indented(line));
            }
        }
    }

    /// Text as it stands, line by line.
    pub fn verbatim(&mut self, said: &str) {
        for line in said.lines() {
            if text::width(line) <= self.width {
                self.lines.push(Line::raw(one_line(line).into_owned()));
                continue;
            }
            // A name before a text stays where it is; the text goes on below itself.
            let named = line.starts_with("  ") && line.is_char_boundary(NAME);
            let (name, said) = if named { line.split_at(NAME) } else { ("", line) };
            for (at, part) in text::wrap(said, self.width.saturating_sub(name.len()), 6).into_iter().enumerate() {
                let name = if at == 0 { name.to_owned() } else { " ".repeat(name.len()) };
                self.lines.push(Line::raw(format!("{name}{part}")));
            }
        }
    }

    /// Objectives by what became of them, each with its fields and reasons, then how many stayed.
    pub fn differences(&mut self, lines: &[Difference]) {
        let mut fate = None;
        for line in lines.iter().filter(|line| line.fate != Fate::Unchanged) {
            if fate.replace(line.fate) != Some(line.fate) {
                self.gap();
                self.heading(fate_heading(line.fate));
            }
            self.difference(line);
        }
        match lines.iter().filter(|line| line.fate == Fate::Unchanged).count() {
            0 => {}
            n => {
                self.gap();
                let count = if n == 1 { "1 objective".to_owned() } else { format!("{n} objectives") };
                self.lines.push(Line::styled(format!("{count} unchanged"), self.theme.quiet()));
            }
        }
    }

    fn difference(&mut self, line: &Difference) {
        let versions = versions(line.before, line.after, self.theme);
        self.objective(&line.code, &line.title, &versions);
        self.fields(&line.changes);
        for reason in &line.reasons {
            self.because(reason);
        }
    }

    fn objective(&mut self, code: &str, title: &str, end: &str) {
        let room = self.width.saturating_sub(text::width(end) + 2);
        let name = text::left(&format!("{}  {title}", text::left(code, 7)), room);
        self.lines.push(Line::from(vec![
            Span::raw(name),
            Span::raw("  "),
            Span::styled(end.to_owned(), self.theme.quiet()),
        ]));
    }

    fn because(&mut self, reason: &str) {
        for part in text::wrap(&format!("because {reason}"), self.width.saturating_sub(2), 4) {
            self.lines.push(indented(Line::raw(part)));
        }
    }
}

fn indented(line: Line<'static>) -> Line<'static> {
    Line::from([Span::raw("  ")].into_iter().chain(line.spans).collect::<Vec<_>>())
}

fn fate_heading(fate: Fate) -> &'static str {
    match fate {
        Fate::Added => "New on the list",
        Fate::Retired => "Left the list",
        Fate::Retargeted => "Changed",
        Fate::Reworded => "Wording only",
        Fate::Unchanged => "Unchanged",
    }
}

fn versions(before: Option<u32>, after: Option<u32>, theme: Theme) -> String {
    match (before, after) {
        (Some(before), Some(after)) if before != after => format!("version {before} {} {after}", theme.sign("→")),
        (_, Some(number)) | (Some(number), None) => format!("version {number}"),
        (None, None) => String::new(),
    }
}

/// An approved edition.
pub fn edition(view: &EditionView, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut page = Page::new(theme, width);
    let edition = &view.edition;
    let minutes = if edition.minutes.is_empty() { String::new() } else { format!(", {}", edition.minutes) };
    page.entry("Approved", &format!("{} by {}{minutes}", figures::day(edition.approved_on), edition.body));
    page.entry("People", &edition.people.join(", "));
    page.entry("Why", &because(&edition.why, edition.cause));
    let told = told(&view.told);
    page.entry("Told", if told.is_empty() { "nobody as a whole; T tells it" } else { &told[0] });
    told.iter().skip(1).for_each(|line| page.entry("", line));
    let confirmed: Vec<String> =
        view.confirmed.iter().map(|a| format!("{} {}", a.person, figures::day(a.day))).collect();
    page.entry("Confirmed", &confirmed.join(", "));
    page.gap();
    page.differences(&view.lines);
    page.lines()
}

/// What an approval today would make.
pub fn next(next: &NextEdition, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut page = Page::new(theme, width);
    if next.waiting.is_empty() && next.is_unchanged() && next.unapproved.is_empty() {
        page.prose(
            "No draft waits and the list is as it was approved. An edition approved now says why nothing changed.",
        );
        page.gap();
        page.differences(&next.lines);
        return page.lines();
    }
    let blocked: Vec<&Waiting> = next.waiting.iter().filter(|waiting| !waiting.problems.is_empty()).collect();
    if !blocked.is_empty() {
        page.heading("Not ready: complete it, or leave it out");
        for waiting in blocked {
            page.objective(&waiting.code, &waiting.title, &format!("draft {}", waiting.version));
            waiting.problems.iter().for_each(|problem| page.because_not(problem));
        }
        page.gap();
    }
    let open: Vec<&str> =
        next.waiting.iter().filter(|w| w.leaves_series_open()).map(|waiting| waiting.code.as_str()).collect();
    if !open.is_empty() {
        page.prose(&format!(
            "The metric of {} changed; nobody said whether values before and after can be compared.",
            open.join(", ")
        ));
        page.gap();
    }
    if !next.unapproved.is_empty() {
        let count = next.unapproved.len();
        let are = if count == 1 { "1 objective is" } else { &format!("{count} objectives are") };
        page.prose(&format!("{are} in force without an approval on record; this edition approves them too."));
        page.gap();
    }
    page.differences(&next.lines);
    page.lines()
}

impl Page {
    fn because_not(&mut self, problem: &str) {
        for part in text::wrap(problem, self.width.saturating_sub(2), 3) {
            self.lines.push(indented(Line::raw(part)));
        }
    }
}

/// Somebody who has not confirmed, and the text to send.
pub fn person(person: &Unconfirmed, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut page = Page::new(theme, width);
    for item in &person.items {
        let part = if item.owns { "owns" } else { "figures" };
        page.objective(&item.code, &item.title, &format!("{part}, version {}", item.version));
        page.because_not(&knowledge(&item.knowledge));
    }
    page.gap();
    let to = if person.email.is_empty() { String::new() } else { format!(" to {}", person.email) };
    page.heading(&format!("A text to send{to}"));
    page.gap();
    page.verbatim(&person.text);
    page.lines()
}

/// A reason with its trigger, where that says more than the reason: `more phishing (incident)`.
pub fn because(reason: &str, cause: Option<Cause>) -> String {
    match cause.filter(|cause| *cause != Cause::Other) {
        Some(cause) => format!("{reason} ({})", words::cause(cause)),
        None => reason.to_owned(),
    }
}

/// Who was told, those together who were told on one day in one way: `A. Novak, HR: 15 Jul 2026, mail`.
pub fn told(communications: &[Communication]) -> Vec<String> {
    let same = |a: &Communication, b: &Communication| (a.day, &a.channel, &a.place) == (b.day, &b.channel, &b.place);
    communications.chunk_by(same).filter_map(together).collect()
}

fn together(told: &[Communication]) -> Option<String> {
    let first = told.first()?;
    let whom: Vec<&str> = told
        .iter()
        .map(|one| match one.reach {
            Reach::Everyone => "everyone",
            Reach::Person | Reach::Function => one.audience.as_str(),
        })
        .collect();
    let means = [first.channel.as_str(), first.place.as_str()];
    let means: String = means.iter().filter(|text| !text.is_empty()).map(|text| format!(", {text}")).collect();
    Some(format!("{}: {}{means}", whom.join(", "), figures::day(first.day)))
}

/// How far somebody knows it.
pub fn knowledge(knowledge: &Knowledge) -> String {
    if let Some(day) = knowledge.confirmed {
        return format!("confirmed {}", figures::day(day));
    }
    match &knowledge.heard {
        None => "not told".to_owned(),
        Some(Heard::Present(day)) => format!("was there when it was approved on {}", figures::day(*day)),
        Some(Heard::InPerson(told)) => format!("told {}, not confirmed", figures::day(told.day)),
        Some(Heard::AmongOthers(told)) => {
            format!("told with {} on {}, not confirmed", told.audience, figures::day(told.day))
        }
    }
}
