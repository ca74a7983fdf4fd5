//! A screen whose register answers at once: commands are written down, meetings move on, refusals can be ordered.

use chrono::{DateTime, Utc};
use sixtwo::app::clock::Clock;
use sixtwo::app::view::{Dossier, ReviewView};
use sixtwo::app::{Command, Outcome, Refusal};
use sixtwo::domain::minutes::{Minutes, SCHEMA};
use sixtwo::domain::review::{Action, AgendaGroup, Decision, ItemState, MeetingStep, Review, ReviewItem, ReviewKind};
use sixtwo::domain::status::{Freshness, Status};
use sixtwo::tui::effect::{Effect, Question};
use sixtwo::tui::msg::{Asker, Msg, Reply};

use crate::tui::fixture::{Screen, dossiers, overview, today};

/// A screen with a register behind it that keeps what it was asked to write.
pub struct Desk {
    pub screen: Screen,
    /// Every command that was asked for, in order.
    pub commands: Vec<Command>,
    /// What the next commands are answered with instead of success.
    pub refusals: Vec<Refusal>,
    /// While set, commands wait and nothing is on disk.
    pub slow: bool,
    waiting: Vec<(Asker, Command)>,
    review: ReviewView,
    dossiers: Vec<Dossier>,
}

impl Desk {
    /// The company's register, opened.
    pub fn open(width: u16, height: u16) -> Desk {
        Desk {
            screen: Screen::open(width, height),
            commands: Vec::new(),
            refusals: Vec::new(),
            slow: false,
            waiting: Vec::new(),
            review: review(),
            dossiers: dossiers(),
        }
    }

    /// The same with a meeting open and taken up.
    pub fn in_meeting(width: u16, height: u16) -> Desk {
        let mut overview = overview();
        overview.open_review = Some(10);
        let mut desk = Desk { screen: Screen::showing(overview, width, height), ..Desk::open(width, height) };
        desk.press("R");
        desk
    }

    /// Presses keys one by one; what each asks for is answered before the next.
    pub fn press(&mut self, keys: &str) -> &mut Desk {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.find('>').filter(|_| first == '<');
            let (key, tail) = rest.split_at(named.map_or(first.len_utf8(), |end| end + 1));
            self.screen.press(key);
            self.answer();
            rest = tail;
        }
        self
    }

    /// Lets everything that waits reach the disk.
    pub fn catch_up(&mut self) {
        self.slow = false;
        for (asker, command) in std::mem::take(&mut self.waiting) {
            self.run(asker, command);
        }
        self.answer();
    }

    /// The newest command.
    pub fn last(&self) -> &Command {
        self.commands.last().expect("a command was asked for")
    }

    pub fn text(&self) -> String {
        self.screen.text()
    }

    fn answer(&mut self) {
        while !self.screen.asked.is_empty() {
            for effect in std::mem::take(&mut self.screen.asked) {
                match effect {
                    Effect::Run { asker, command } => {
                        self.commands.push((*command).clone());
                        if self.slow { self.waiting.push((asker, *command)) } else { self.run(asker, *command) }
                    }
                    Effect::Ask { asker, question } => {
                        let result = Ok(self.tell(question));
                        self.screen.send(Msg::Told { asker, result });
                    }
                    _ => {}
                }
            }
        }
    }

    fn run(&mut self, asker: Asker, command: Command) {
        let result = if self.refusals.is_empty() { Ok(self.write(command)) } else { Err(self.refusals.remove(0)) };
        self.screen.send(Msg::Ran { asker, result });
    }

    fn tell(&self, question: Question) -> Reply {
        match question {
            Question::Dossier(code) => {
                let found = self.dossiers.iter().find(|d| d.row.code() == code).expect("an objective of the company");
                Reply::Dossier(Box::new(found.clone()))
            }
            Question::Review(_) => Reply::Review(Box::new(self.review.clone())),
            Question::ReadBack(_) => Reply::ReadBack(Box::new(draft(&self.review.review))),
            Question::Reviews => Reply::Reviews(Vec::new()),
            Question::Now => Reply::Moment(Clock::set_to("2026-11-09T14:06:40Z").expect("a moment").now()),
            Question::Settings => Reply::Settings(vec![sixtwo::app::view::SettingEntry {
                name: "tolerance_behind".to_owned(),
                value: "10".to_owned(),
                from: None,
                default: "10".to_owned(),
                meaning: "points behind that are still on track".to_owned(),
            }]),
            other => panic!("nobody asks {other:?} here"),
        }
    }

    /// What the register would do to the meeting.
    fn write(&mut self, command: Command) -> Outcome {
        let seq = 1482 + self.commands.len() as u64;
        let mut outcome = Outcome { seq, summary: "saved".to_owned(), undoable: true, ..Outcome::default() };
        let review = &mut self.review;
        match command {
            Command::StartReview { .. } => outcome.number = Some(review.review.number),
            Command::AnswerItem(answer) => {
                let code = answer.reading.code.clone();
                if let Some(item) = review.review.items.iter_mut().find(|item| item.code == code) {
                    item.state = ItemState::Answered;
                    item.meaning = answer.reading.meaning.clone();
                    item.decision = answer.reading.decision;
                }
                review.decisions.extend(answer.reading.decision.map(|kind| Decision {
                    id: 2,
                    code: code.clone(),
                    review: Some(10),
                    on: today(),
                    kind,
                    text: String::new(),
                    by: "Berg".to_owned(),
                    approver: String::new(),
                    until: answer.until,
                    measured_on: None,
                }));
                review.actions.extend(answer.action.map(|action| Action {
                    id: 2,
                    code: code.clone(),
                    review: Some(10),
                    text: action.text,
                    owner: action.owner,
                    due: action.due,
                    done_on: None,
                    evidence: String::new(),
                    ..Action::default()
                }));
                outcome.touched.push(code);
            }
            Command::ParkItem { code, parked, .. } => {
                let item = review.review.items.iter_mut().find(|item| item.code == code).expect("an item");
                item.state = if parked { ItemState::Parked } else { ItemState::Open };
            }
            Command::PassBlock { .. } => {
                let open = |item: &&mut ReviewItem| item.group == AgendaGroup::OnTrack && item.state == ItemState::Open;
                review.review.items.iter_mut().filter(open).for_each(|item| {
                    item.state = ItemState::Passed;
                    item.automatic = true;
                });
            }
            Command::Undo { .. } => {
                if let Some(item) = review.review.items.iter_mut().rev().find(|i| i.state == ItemState::Answered) {
                    item.state = ItemState::Open;
                }
            }
            _ => {}
        }
        outcome
    }
}

/// What the minutes would say: nothing beside the meeting itself.
fn draft(review: &Review) -> Minutes {
    Minutes {
        schema: SCHEMA.to_owned(),
        number: review.number,
        kind: review.kind,
        organization: "Halden Medical".to_owned(),
        demo: true,
        register: String::new(),
        date: review.date,
        host: String::new(),
        attendees: review.attendees.clone(),
        opened_at: String::new(),
        closed_at: String::new(),
        closed_by: String::new(),
        as_of: review.date,
        fiscal_year: String::new(),
        edition: None,
        seq: 0,
        head: String::new(),
        app: String::new(),
        last: None,
        by_status: Vec::new(),
        by_status_before: Vec::new(),
        by_freshness: Vec::new(),
        corrections: Vec::new(),
        carried: Vec::new(),
        missing: Vec::new(),
        status_changes: Vec::new(),
        items: Vec::new(),
        accepted: Vec::new(),
        notes: Vec::new(),
        preparations: Vec::new(),
        actions: Vec::new(),
        changes: Vec::new(),
        assessment: String::new(),
        assessment_on: None,
        refresh: String::new(),
        no_change: String::new(),
        next_date: None,
    }
}

/// A meeting of the company: two to measure, three exceptions, the rest on track.
fn review() -> ReviewView {
    let mut items: Vec<ReviewItem> = dossiers()
        .iter()
        .filter(|d| d.row.version.in_force.is_some())
        .map(|d| {
            let judgement = &d.row.judgement;
            let waits = matches!(judgement.freshness, Freshness::Due | Freshness::Overdue | Freshness::Never);
            let group = match judgement.status {
                _ if waits => AgendaGroup::Due,
                Status::OffTrack | Status::Missed | Status::Unknown | Status::AtRisk => AgendaGroup::Exception,
                _ => AgendaGroup::OnTrack,
            };
            ReviewItem {
                position: 0,
                code: d.row.code().to_owned(),
                group,
                state: ItemState::Open,
                status_before: judgement.status,
                freshness_before: judgement.freshness,
                measured_on: None,
                meaning: String::new(),
                decision: None,
                automatic: false,
                seconds: 0,
            }
        })
        .collect();
    items.sort_by_key(|item| item.group);
    for (at, item) in items.iter_mut().enumerate() {
        item.position = at as u32 + 1;
    }
    let started: DateTime<Utc> = "2026-11-09T14:00:00Z".parse().expect("a moment");
    ReviewView {
        review: Review {
            attendees: ["Berg (chair)", "Okafor", "Novak", "Silva"].map(str::to_owned).to_vec(),
            started_at: Some(started.to_rfc3339()),
            items,
            steps: vec![MeetingStep::LastActions, MeetingStep::NotMeasured, MeetingStep::StatusChanges],
            ..Review::planned(10, ReviewKind::Objectives, today())
        },
        carried_actions: Vec::new(),
        decisions: Vec::new(),
        actions: Vec::new(),
    }
}
