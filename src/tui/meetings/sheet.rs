//! The screen of meetings: the calendar, and beside it what is prepared for the selected one or what was said in it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{forms, held};
use crate::app::meeting::MeetingCommand;
use crate::app::papers::Paper;
use crate::app::view::ReviewView;
use crate::app::{Command, Outcome, Refusal};
use crate::domain::minutes::Minutes;
use crate::domain::period::Date;
use crate::domain::review::{CalendarEntry, Review, Stage, readiness};
use crate::domain::words;
use crate::tui::effect::Question;
use crate::tui::export::ExportSheet;
use crate::tui::form::opens;
use crate::tui::keymap::{Action, Scope};
use crate::tui::meeting::page::{About, Entry, entries};
use crate::tui::meeting::stop::Stop;
use crate::tui::meeting::{looking, start, writing};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::{areas, body, scrolled, text_room};
use crate::tui::widgets::{pane, split, text};

/// The screen.
#[derive(Debug, Default)]
pub struct MeetingsSheet {
    reviews: Option<Vec<ReviewView>>,
    /// When meetings of each kind are to be held.
    calendar: Vec<CalendarEntry>,
    /// Minutes, or what they would say now, of the selected meeting.
    minutes: Option<Minutes>,
    problem: Option<String>,
    listing: Listing,
    /// Whether the part beside the list has the focus.
    reads: bool,
    /// The first line of minutes, or the selected entry of what is prepared.
    top: usize,
    /// `x` was pressed once.
    cancelling: bool,
}

impl MeetingsSheet {
    /// The screen before anything was read.
    pub fn new() -> MeetingsSheet {
        MeetingsSheet::default()
    }

    /// What runs, what is planned, the next first, then what was held, the newest first.
    fn order(&mut self, mut reviews: Vec<ReviewView>) {
        let key = |review: &Review| match review.stage() {
            Stage::Running => (0, 0),
            Stage::Planned => (1, (review.date - Date::MIN).num_days()),
            Stage::Closed => (2, -(review.date - Date::MIN).num_days()),
        };
        reviews.sort_by_key(|view| (key(&view.review), -view.review.number));
        self.listing.selected = self.listing.selected.min(reviews.len().saturating_sub(1));
        self.reviews = Some(reviews);
    }

    fn selected(&self) -> Option<&Review> {
        Some(&self.reviews.as_ref()?.get(self.listing.selected)?.review)
    }

    fn ask(&self) -> Step {
        Step { questions: vec![Question::Reviews, Question::Calendar], ..Step::stay() }
    }

    fn is_planned(&self) -> bool {
        self.selected().is_some_and(|review| review.stage() == Stage::Planned)
    }

    /// What stands beside the list is of the selected meeting.
    fn about(&self) -> Option<&Minutes> {
        let number = self.selected()?.number;
        self.minutes.as_ref().filter(|minutes| minutes.number == number)
    }

    fn prepared(&self) -> Vec<Entry> {
        self.about().map(|draft| entries(Stop::Topics, draft)).unwrap_or_default()
    }

    fn read_selected(&mut self) -> Step {
        self.problem = None;
        match self.selected().map(|review| review.number) {
            Some(number) if self.about().is_none() => Step::ask(Question::ReadBack(number)),
            _ => Step::stay(),
        }
    }

    fn moved(&mut self, action: Action, model: &Model) -> Step {
        let (list, read) = areas(body(model));
        let room = text_room(read);
        if self.reads && self.is_planned() {
            let count = self.prepared().iter().filter(|entry| entry.is_selectable()).count();
            self.top = moving::moved(self.top, action, 5, count.saturating_sub(1));
            return Step::stay();
        }
        if self.reads {
            let count = self.lines(model.theme, usize::from(room.width)).len();
            self.top = moving::scrolled(self.top, action, usize::from(room.height), count);
            return Step::stay();
        }
        let count = self.reviews.as_ref().map_or(0, Vec::len);
        self.listing.act(action, count, usize::from(text_room(list).height.saturating_sub(4)));
        self.top = 0;
        self.read_selected()
    }

    /// Takes up what runs, goes into what is prepared, reads what was held.
    fn open(&mut self, model: &Model) -> Step {
        match self.selected().map(Review::stage) {
            Some(Stage::Running) => Step { closes: true, runs: Some(Action::Review), ..Step::stay() },
            Some(Stage::Planned) if self.reads => self.write(model),
            Some(_) => {
                self.reads = true;
                Step::stay()
            }
            None => Step::stay(),
        }
    }

    /// Writes what the selected line of a planned meeting waits for.
    fn write(&self, model: &Model) -> Step {
        let about = self.prepared().into_iter().filter(Entry::is_selectable).nth(self.top).map(|entry| entry.about);
        let (Some(about), Some(draft)) = (about, self.about()) else { return Step::stay() };
        let form = match about {
            About::Topic(topic) => Some(writing::topic(draft.number, topic, draft)),
            About::Prepared(code) => writing::prepared(draft.number, &code, draft),
            _ => None,
        };
        form.map_or_else(Step::stay, |form| opens(form, model))
    }

    fn cancel(&mut self) -> Step {
        let Some(number) = self.selected().filter(|_| self.is_planned()).map(|review| review.number) else {
            return Step::say(StatusLine::refused("only a planned meeting is taken out of the calendar"));
        };
        if !self.cancelling {
            self.cancelling = true;
            let said = format!("once more takes review {number} out, with what was prepared for it");
            return Step::say(StatusLine::note(said));
        }
        self.cancelling = false;
        Step::run(Command::Meetings(MeetingCommand::Cancel { review: number }))
    }

    /// Asks where the minutes of the selected meeting are written to.
    fn export(&self, model: &Model) -> Step {
        match self.selected().filter(|review| review.stage() == Stage::Closed) {
            Some(review) => {
                let sheet = ExportSheet::paper(Paper::Minutes(review.number), model);
                Step { opens: Some(Box::new(sheet)), ..Step::default() }
            }
            None => {
                Step::say(StatusLine::note("minutes are frozen when a meeting is closed; only then they are written"))
            }
        }
    }

    fn describe(&self, model: &Model) -> Step {
        let today = model.overview.as_ref().map(|overview| overview.today);
        match self.selected().filter(|_| self.is_planned()).zip(today) {
            Some((review, today)) => opens(forms::describe(review, today), model),
            None => Step::say(StatusLine::note("only a planned meeting is moved or described here")),
        }
    }

    fn lines(&self, theme: Theme, width: usize) -> Vec<Line<'static>> {
        if let Some(problem) = &self.problem {
            return text::wrap(problem, width, 6).into_iter().map(Line::raw).collect();
        }
        self.about().map(|minutes| held::lines(minutes, theme, width)).unwrap_or_default()
    }

    fn detail_title(&self) -> String {
        let Some(review) = self.selected() else { return "Nothing planned".to_owned() };
        match (review.stage(), self.about()) {
            (Stage::Planned, Some(draft)) => readiness(&draft.waits_for()),
            (Stage::Closed, _) => format!("Minutes of review {}", review.number),
            _ => format!("Review {}", review.number),
        }
    }

    fn line(&self, view: &ReviewView, selected: bool, model: &Model, width: usize) -> Line<'static> {
        let review = &view.review;
        let today = model.overview.as_ref().map_or(review.date, |overview| overview.today);
        let late = (today - review.date).num_days();
        let state = match review.stage() {
            Stage::Running => "running".to_owned(),
            Stage::Planned if late > 0 => format!("{} late", words::counted(late as usize, "day", "days")),
            Stage::Planned => "planned".to_owned(),
            Stage::Closed => words::counted(view.decisions.len(), "decision", "decisions"),
        };
        let host = if review.host.is_empty() { String::new() } else { format!(", {}", review.host) };
        let name = format!("{}  {}  {}{host}", review.number, words::day(review.date), words::meeting(review.kind));
        split::row(&name, &state, selected, model.theme, width)
    }
}

/// `management review by 5 Apr 2026, every 12 months`; nothing for a kind without a rhythm.
fn due(entry: &CalendarEntry, theme: Theme, width: usize) -> Option<Line<'static>> {
    let every = match entry.interval_months {
        0 => return None,
        1 => "every month".to_owned(),
        n => format!("every {n} months"),
    };
    let late = words::counted(entry.days_overdue as usize, "day", "days");
    let (said, style) = match (entry.days_overdue, entry.next) {
        (0, Some(next)) => (format!("by {}", words::day(next)), theme.quiet()),
        (0, None) => return None,
        (_, _) => (format!("{late} overdue"), theme.strong()),
    };
    let short = format!("{} {said}", words::meeting(entry.kind));
    let long = format!("{short}, {every}");
    Some(Line::styled(if text::width(&long) <= width { long } else { short }, style))
}

impl Sheet for MeetingsSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Meetings, Scope::Moving, Scope::Screens]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        self.cancelling &= action == Action::TakeOut;
        match action {
            Action::Back if self.reads => self.reads = false,
            Action::Back => return Step::close(),
            Action::Open => return self.open(model),
            Action::NextPane | Action::PreviousPane => self.reads = !self.reads,
            Action::Right => self.reads = true,
            Action::Left => self.reads = false,
            Action::New => {
                let today = model.overview.as_ref().map(|overview| overview.today);
                return today.map_or_else(Step::stay, |today| opens(start::start(today), model));
            }
            Action::PlanMeeting => {
                let today = model.overview.as_ref().map(|overview| overview.today);
                return today.map_or_else(Step::stay, |today| opens(forms::plan(today), model));
            }
            Action::Write => return self.describe(model),
            Action::Export => return self.export(model),
            Action::TakeOut => return self.cancel(),
            _ => return self.moved(action, model),
        }
        Step::stay()
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        let said = match result {
            Ok(outcome) => StatusLine::done(&outcome.summary),
            Err(refusal) => StatusLine::refused(refusal.to_string()),
        };
        self.ask().saying(said)
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Reviews(reviews)) => {
                self.order(reviews);
                self.minutes = None;
                return self.read_selected();
            }
            Ok(Reply::Calendar(calendar)) => self.calendar = calendar,
            Ok(Reply::ReadBack(minutes)) => self.minutes = Some(*minutes),
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn uncovered(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::Review)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let (list, read) = areas(body);
        split::frames(frame, (list, read), theme, self.reads, ("Meetings".to_owned(), self.detail_title()));
        let whole = text_room(list);
        let width = usize::from(whole.width);
        let rhythm: Vec<Line> = self.calendar.iter().filter_map(|entry| due(entry, theme, width)).collect();
        let below = (rhythm.len() as u16 + 1).min(whole.height / 2);
        let inside = Rect { height: whole.height - below, ..whole };
        pane::lines(frame, Rect { y: inside.bottom() + 1, height: below.saturating_sub(1), ..whole }, rhythm);
        let reviews = self.reviews.as_deref().unwrap_or_default();
        if reviews.is_empty() {
            let said = match &self.reviews {
                None => "reading the meetings".to_owned(),
                Some(_) => format!(
                    "no meeting was held yet; {} starts one, {} plans one",
                    model.key_for(Action::New),
                    model.key_for(Action::PlanMeeting)
                ),
            };
            return pane::lines(
                frame,
                inside,
                text::wrap(&said, usize::from(inside.width), 4).into_iter().map(Line::raw),
            );
        }
        let window = self.listing.window(reviews.len(), usize::from(inside.height));
        let wide = Rect { x: inside.x.saturating_sub(1), width: inside.width + 1, ..inside };
        let width = usize::from(wide.width);
        let at = self.listing.selected.saturating_sub(window.start);
        let line = |place: usize| self.line(&reviews[place], place == self.listing.selected, model, width);
        pane::lines(frame, wide, window.map(line));
        let room = text_room(read);
        match self.is_planned() && self.problem.is_none() {
            true => {
                let selected = if self.reads { self.top } else { usize::MAX };
                looking::list_of(&self.prepared(), selected, theme, frame, room);
            }
            false => scrolled(frame, room, self.lines(theme, usize::from(room.width)), self.top, theme),
        }
        if !(self.reads && self.is_planned()) {
            split::cursor(frame, if self.reads { room } else { wide }, at, self.reads);
        }
    }
}
