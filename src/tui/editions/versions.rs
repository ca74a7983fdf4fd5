//! The versions of one objective: who approved each, what it says differently, who knows the one that counts.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::detail::{self, Page};
use super::forms;
use crate::app::Refusal;
use crate::app::editions::Told;
use crate::app::view::Dossier;
use crate::domain::difference;
use crate::domain::version::Version;
use crate::domain::words;
use crate::tui::effect::Question;
use crate::tui::form;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, Opening, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::{areas, body, scrolled, text_room};
use crate::tui::widgets::{figures, pane, split, text};

/// The versions of an objective.
#[derive(Debug)]
pub struct VersionsSheet {
    code: String,
    dossier: Option<Box<Dossier>>,
    problem: Option<String>,
    listing: Listing,
    reads: bool,
    top: usize,
}

impl VersionsSheet {
    /// Of the objective with this code.
    pub fn new(code: String) -> VersionsSheet {
        VersionsSheet { code, dossier: None, problem: None, listing: Listing::default(), reads: false, top: 0 }
    }

    /// Newest first.
    fn versions(&self) -> Vec<&Version> {
        self.dossier.iter().flat_map(|dossier| dossier.versions.iter().rev()).collect()
    }

    fn detail(&self, theme: Theme, width: usize) -> Vec<Line<'static>> {
        let Some(dossier) = &self.dossier else { return Vec::new() };
        let Some(version) = self.versions().get(self.listing.selected).copied() else { return Vec::new() };
        let before = dossier.versions.iter().rev().find(|other| other.number < version.number);
        let mut page = Page::new(theme, width);
        page.entry("State", &state(version, dossier));
        if let Some(day) = version.approved_on {
            let reference =
                [version.approved_ref.as_str()].into_iter().chain(version.approvers.iter().map(String::as_str));
            let more: String = reference.filter(|text| !text.is_empty()).map(|text| format!(", {text}")).collect();
            page.entry("Approved", &format!("{} by {}{more}", figures::day(day), version.approved_by));
        }
        if let Some(day) = version.effective.filter(|_| !version.draft) {
            page.entry("Judges", &format!("from {} on", figures::day(day)));
        }
        page.entry("Why", &detail::because(&version.reason, version.cause));
        page.entry("Series", version.series.map_or("", words::series));
        self.known(&mut page, version, dossier);
        page.gap();
        match before {
            None => {
                page.heading("As it was first written");
                for (field, said) in difference::said(&version.definition) {
                    page.entry(words::field(field), &said);
                }
            }
            Some(before) => {
                let changes = difference::between(&before.definition, &version.definition);
                page.heading(&format!("Against version {}", before.number));
                if changes.is_empty() {
                    page.prose("The same content.");
                }
                page.fields(&changes);
            }
        }
        page.lines()
    }

    /// Who knows it, where it is the version that counts.
    fn known(&self, page: &mut Page, version: &Version, dossier: &Dossier) {
        let awareness = &dossier.awareness;
        if awareness.version != Some(version.number) {
            return;
        }
        if let Some((number, day)) = awareness.edition {
            page.entry("Edition", &format!("{number}, {}", figures::day(day)));
        }
        let told = detail::told(&awareness.told);
        let people = awareness.people.iter().map(|(name, known)| format!("{name}: {}", detail::knowledge(known)));
        for (at, line) in told.into_iter().chain(people).enumerate() {
            page.entry(if at == 0 { "Told" } else { "" }, &line);
        }
    }

    fn line(&self, version: &Version, selected: bool, theme: Theme, width: usize) -> Line<'static> {
        let Some(dossier) = &self.dossier else { return Line::default() };
        let style = if selected { theme.selected() } else { theme.plain() };
        let mark = if selected { theme.sign("▸") } else { " " };
        let day = figures::day(version.approved_on.unwrap_or(version.recorded_on));
        let name = format!("{:<3} {day}  {}", version.number, version.reason);
        let end = short_state(version, dossier);
        let room = width.saturating_sub(text::width(end) + 3);
        Line::from(vec![
            Span::styled(mark, theme.strong()),
            Span::styled(text::left(&name, room), style),
            Span::raw("  "),
            Span::styled(end, theme.quiet()),
        ])
    }

    fn form(&self, action: Action, model: &Model) -> Step {
        let (Some(dossier), Some(overview)) = (&self.dossier, &model.overview) else { return Step::stay() };
        if action == Action::Approve {
            return match form::open(&Opening::Approve(self.code.clone()), model) {
                Some(sheet) => Step { opens: Some(sheet), ..Step::default() },
                None => Step::say(StatusLine::refused(format!("nothing of {} waits for approval", self.code))),
            };
        }
        let Some(number) = dossier.row.version.in_force else {
            return Step::say(StatusLine::refused(format!("nothing of {} is in force yet", self.code)));
        };
        let title = format!("{} version {number}", self.code);
        let what = Told::Objective(self.code.clone());
        let open = dossier.awareness.people.iter().find(|(_, known)| known.confirmed.is_none());
        let name = open.map_or("", |(name, _)| name.as_str());
        form::opens(
            match action {
                Action::Tell => forms::tell(&title, what, name, overview.today),
                _ => forms::confirm(&title, what, name, overview.today),
            },
            model,
        )
    }

    fn ask(&self) -> Step {
        Step::ask(Question::Dossier(self.code.clone()))
    }
}

/// What this version is today, in a sentence.
fn state(version: &Version, dossier: &Dossier) -> String {
    let awareness = &dossier.awareness;
    match (version.begins.filter(|_| version.is_scheduled(dossier.as_of)), version.draft) {
        (_, true) => "draft, waits for approval; the version before stays in force until then".to_owned(),
        (Some(begins), _) => format!("agreed, begins on {}", figures::day(begins)),
        _ if dossier.row.version.in_force == Some(version.number) && awareness.version != Some(version.number) => {
            let counts = awareness.version.map_or_else(String::new, |number| format!(" since version {number}"));
            format!("in force, wording only{counts}")
        }
        _ if dossier.row.version.in_force == Some(version.number) => "in force".to_owned(),
        _ => "earlier".to_owned(),
    }
}

fn short_state(version: &Version, dossier: &Dossier) -> &'static str {
    match version {
        version if version.draft => "draft",
        version if version.is_scheduled(dossier.as_of) => "ahead",
        version if dossier.row.version.in_force == Some(version.number) => "in force",
        _ => "",
    }
}

impl Sheet for VersionsSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Versions, Scope::Moving, Scope::Screens]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        let (list, read) = areas(body(model));
        match action {
            Action::Back if self.reads => self.reads = false,
            Action::Back => return Step::close(),
            Action::Approve | Action::Tell | Action::Acknowledge => return self.form(action, model),
            Action::Open | Action::Right => self.reads = true,
            Action::Left => self.reads = false,
            Action::NextPane | Action::PreviousPane => self.reads = !self.reads,
            _ if self.reads => {
                let room = text_room(read);
                let lines = self.detail(model.theme, usize::from(room.width)).len();
                self.top = moving::scrolled(self.top, action, usize::from(room.height), lines);
            }
            _ => {
                self.listing.act(action, self.versions().len(), usize::from(text_room(list).height));
                self.top = 0;
            }
        }
        Step::stay()
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Dossier(dossier)) => self.dossier = Some(dossier),
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn uncovered(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn objective(&self) -> Option<String> {
        Some(self.code.clone())
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let (list, read) = areas(body);
        let title = match &self.dossier {
            Some(dossier) => format!("{}  {}", self.code, dossier.row.version.words()),
            None => format!("Versions of {}", self.code),
        };
        let name = self.dossier.as_ref().map(|dossier| dossier.row.objective.definition.title.clone());
        let titles = (title, name.unwrap_or_default());
        split::frames(frame, (list, read), theme, self.reads, titles);
        let inside = text_room(list);
        let versions = self.versions();
        if versions.is_empty() {
            let said = self.problem.clone().unwrap_or_else(|| "reading the versions".to_owned());
            return pane::lines(frame, inside, [Line::raw(text::cut(&said, usize::from(inside.width)))]);
        }
        let wide = Rect { x: inside.x.saturating_sub(1), width: inside.width + 1, ..inside };
        let window = self.listing.window(versions.len(), usize::from(inside.height));
        let lines = window
            .clone()
            .zip(&versions[window.clone()])
            .map(|(at, version)| self.line(version, at == self.listing.selected, theme, usize::from(wide.width)));
        pane::lines(frame, wide, lines);
        let room = text_room(read);
        scrolled(frame, room, self.detail(theme, usize::from(room.width)), self.top, theme);
        split::cursor(
            frame,
            if self.reads { room } else { wide },
            self.listing.selected.saturating_sub(window.start),
            self.reads,
        );
    }
}
