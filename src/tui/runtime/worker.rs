//! The worker: owns the session, does what effects ask, and looks once a second whether another session wrote.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::Event;
use super::watch::{Turn, watch};
use crate::app::folder::Folder;
use crate::app::registers::{OnScreen, Unsaved, Way};
use crate::app::replies::RepliesRequest;
use crate::app::view::Lens;
use crate::app::{Command, Refusal, RefusalKind, Session, Shelf};
use crate::domain::period::Date;
use crate::domain::progress::Work;
use crate::tui::effect::{Effect, Question};
use crate::tui::msg::{Asker, Msg, Reply};

/// How often the worker looks at the file when nothing else is to be done.
const LOOK: Duration = Duration::from_secs(1);

/// Nothing was asked for so long: what is on the screen is complete.
const SETTLED: Duration = Duration::from_millis(100);

/// What the worker is asked.
#[derive(Debug)]
pub enum Order {
    /// Read the register.
    Overview,
    /// Read one objective in full.
    Dossier(String),
    /// Read these in full while nothing else is to be done, instead of those named before.
    Ahead(Vec<String>),
    /// Do a command.
    Run(Asker, Box<Command>),
    /// Keep on disk what is typed, or forget it.
    Unsaved(Unsaved),
    /// Tell the big screen.
    Show(Option<OnScreen>),
    /// Go to another register.
    Go(Asker, Way),
    /// Answer a question.
    Ask(Asker, Question),
    /// Somebody else writes from now on.
    Actor(String),
    /// Look at the register from there.
    Look(Lens),
    /// Others look on, or not any more.
    Showing(bool),
    /// The clock of a meeting.
    Clock(bool),
    /// Nothing.
    Nothing,
}

impl From<Effect> for Order {
    fn from(effect: Effect) -> Order {
        match effect {
            Effect::LoadOverview => Order::Overview,
            Effect::LoadDossier(code) => Order::Dossier(code),
            Effect::Run { asker, command } => Order::Run(asker, command),
            Effect::Ask { asker, question } => Order::Ask(asker, question),
            Effect::Show(shown) => Order::Show(shown),
            Effect::Unsaved(unsaved) => Order::Unsaved(unsaved),
            Effect::Go { asker, way } => Order::Go(asker, way),
            Effect::SetActor(name) => Order::Actor(name),
            Effect::Look(lens) => Order::Look(lens),
            Effect::Showing(on) => Order::Showing(on),
            Effect::Clock(on) => Order::Clock(on),
            Effect::Quit
            | Effect::Suspend
            | Effect::Cancel(_)
            | Effect::Mouse(_)
            | Effect::Copy(_)
            | Effect::EditOutside { .. } => Order::Nothing,
        }
    }
}

/// The thread and the way to it.
#[derive(Debug)]
pub struct Worker {
    orders: Sender<Order>,
    work: Work,
    thread: JoinHandle<()>,
}

impl Worker {
    /// Starts the thread.
    pub fn start(shelf: Shelf, session: Option<Session>, lens: Lens, events: Sender<Event>) -> Worker {
        let (orders, inbox) = channel();
        let work = Work::default();
        let watcher = watch(work.clone(), events.clone());
        let desk = Desk::new((shelf, session), lens, events, (work.clone(), watcher));
        let thread = thread::spawn(move || desk.work(&inbox));
        Worker { orders, work, thread }
    }

    /// Hands an order over. A worker that ended has said so already.
    pub fn order(&self, order: Order) {
        let _ = self.orders.send(order);
    }

    /// Asks the piece of work with this number to stop.
    pub fn cancel(&self, number: u64) {
        self.work.stop(number);
    }

    /// Lets it finish what it writes and ends it; nobody waits for what is only read.
    pub fn stop(self) {
        self.work.close();
        drop(self.orders);
        let _ = self.thread.join();
    }
}

/// What the worker works with.
pub struct Desk {
    shelf: Shelf,
    /// `None` until a register was chosen.
    session: Option<Session>,
    /// What a meeting elsewhere told last, once a big screen follows it.
    followed: Option<Option<OnScreen>>,
    lens: Lens,
    events: Sender<Event>,
    work: Work,
    watcher: Sender<Turn>,
    /// Objectives to be read while nothing else is to be done.
    ahead: VecDeque<String>,
    /// The register that is open stands on the list of those opened lately.
    remembered: bool,
    /// What a lost program left behind of this register was offered.
    offered: bool,
    /// The day of the last overview: at midnight statuses change without a write.
    day: Option<Date>,
    /// The ten seconds last told.
    told: Option<i64>,
    clock: bool,
}

impl Desk {
    /// A desk with a register on it.
    pub fn new(
        (shelf, session): (Shelf, Option<Session>),
        lens: Lens,
        events: Sender<Event>,
        (work, watcher): (Work, Sender<Turn>),
    ) -> Desk {
        Desk {
            shelf,
            session,
            followed: None,
            ahead: VecDeque::new(),
            remembered: false,
            offered: false,
            lens,
            events,
            work,
            watcher,
            day: None,
            told: None,
            clock: false,
        }
    }

    fn work(mut self, inbox: &Receiver<Order>) {
        self.work.follow();
        let mut waiting: VecDeque<Order> = VecDeque::new();
        loop {
            waiting.extend(inbox.try_iter());
            only_newest(&mut waiting, |order| matches!(order, Order::Dossier(_)));
            only_newest(&mut waiting, |order| matches!(order, Order::Ask(_, Question::ImportPreview(..))));
            if let Some(order) = waiting.pop_front() {
                self.carry_out(order);
                continue;
            }
            if let Some(code) = self.ahead.pop_front() {
                self.watched(false, |desk| desk.read_ahead(&code));
                continue;
            }
            match inbox.recv_timeout(if self.remembered { LOOK } else { SETTLED }) {
                Ok(order) => waiting.push_back(order),
                Err(RecvTimeoutError::Timeout) if !self.remembered => self.remember(),
                Err(RecvTimeoutError::Timeout) => self.watched(false, Desk::look),
                Err(RecvTimeoutError::Disconnected) => return self.remember(),
            }
        }
    }

    /// Does a piece of work that can be watched and stopped.
    fn watched<T>(&mut self, writes: bool, does: impl FnOnce(&mut Desk) -> T) -> T {
        self.work.begin(writes);
        let _ = self.watcher.send(Turn::Begins);
        let done = does(self);
        let _ = self.watcher.send(Turn::Ends);
        done
    }

    /// Does what was ordered and sends what came of it.
    pub fn carry_out(&mut self, order: Order) {
        if self.work.is_closing() && !matches!(order, Order::Run(..) | Order::Unsaved(_)) {
            return;
        }
        match order {
            Order::Run(asker, command) => {
                let result = self.watched(true, |desk| desk.session().and_then(|session| session.run(*command)));
                if result.is_ok() {
                    self.watched(false, Desk::overview);
                }
                self.tell(Msg::Ran { asker, result });
            }
            order => self.watched(false, |desk| desk.read(order)),
        }
    }

    fn read(&mut self, order: Order) {
        match order {
            Order::Overview => self.overview(),
            Order::Dossier(code) => {
                let lens = self.lens;
                match self.session().and_then(|session| session.dossier(&code, lens)) {
                    Ok(dossier) => self.tell(Msg::Dossier(Box::new(dossier))),
                    Err(refusal) => self.tell(Msg::ReadFailed(refusal)),
                }
            }
            Order::Ask(asker, question) => {
                let result = self.answer(question);
                self.tell(Msg::Told { asker, result });
            }
            Order::Show(shown) => {
                if let Some(session) = &self.session {
                    self.shelf.show(session.path(), shown.as_ref());
                }
            }
            Order::Unsaved(unsaved) => {
                if let Some(session) = &self.session {
                    self.shelf.note(session.path(), unsaved);
                }
            }
            Order::Go(asker, way) => self.go(asker, &way),
            Order::Actor(name) => {
                if let Ok(session) = self.session() {
                    session.set_actor(&name);
                }
            }
            Order::Look(lens) => {
                self.lens = lens;
                self.overview();
            }
            Order::Showing(on) => {
                if let Ok(session) = self.session() {
                    session.set_showing(on);
                }
                self.overview();
            }
            Order::Clock(on) => self.clock = on,
            Order::Ahead(codes) => self.ahead = codes.into(),
            Order::Run(..) | Order::Nothing => {}
        }
    }

    /// Nobody asked for it yet: what cannot be read is not worth a word.
    fn read_ahead(&mut self, code: &str) {
        let lens = self.lens;
        if let Ok(dossier) = self.session().and_then(|session| session.dossier(code, lens)) {
            self.tell(Msg::Dossier(Box::new(dossier)));
        }
    }

    fn session(&mut self) -> Result<&mut Session, Refusal> {
        self.session.as_mut().ok_or_else(no_register)
    }

    /// Leaves this register for another one. The new one is open before the old one is left.
    fn go(&mut self, asker: Asker, way: &Way) {
        match self.shelf.go(way) {
            Ok(mut session) => {
                self.remember();
                if let Some(left) = &self.session {
                    session.set_actor(&left.env().actor);
                    session.set_showing(left.is_showing());
                }
                self.session = Some(session);
                (self.remembered, self.offered) = (false, false);
                self.lens = Lens::default();
                self.day = None;
                self.clock = false;
                self.tell(Msg::Opened);
                self.overview();
            }
            Err(refusal) => self.tell(Msg::Ran { asker, result: Err(refusal) }),
        }
    }

    fn answer(&mut self, question: Question) -> Result<Reply, Refusal> {
        // Some questions need no open register.
        let session = self.session.as_mut().ok_or_else(no_register);
        Ok(match question {
            Question::Registers { without } => {
                self.remember();
                if let Some(path) = without {
                    self.shelf.forget(&path);
                }
                Reply::Registers(self.shelf.entries())
            }
            Question::Dossier(code) => Reply::Dossier(Box::new(session?.dossier(&code, self.lens)?)),
            Question::Settings => Reply::Settings(session?.settings()?),
            Question::Presented(asked) => {
                let session = session?;
                let told = self.shelf.shown(session.path());
                self.followed = Some(told.clone());
                Reply::Presented(session.presented(asked.as_deref(), told)?.map(Box::new))
            }
            Question::Review(number) => Reply::Review(Box::new(session?.review(number)?)),
            Question::ReadBack(number) => Reply::ReadBack(Box::new(session?.read_back(number)?)),
            Question::Reviews => Reply::Reviews(session?.reviews()?),
            Question::Calendar => Reply::Calendar(session?.meeting_calendar(self.lens)?),
            Question::Snapshots => Reply::Snapshots(session?.snapshots_through(self.lens)?),
            Question::Comparison { one, other } => {
                Reply::Comparison(Box::new(session?.compare_snapshots(one, other, self.lens)?))
            }
            Question::Trace => Reply::Trace(Box::new(session?.trace(self.lens)?)),
            Question::People => Reply::People(Box::new(session?.people(self.lens)?)),
            Question::Replies(from) => {
                let request = RepliesRequest::from_place(&from, true)?;
                Reply::Replies(Box::new(session?.preview_replies(&request)?))
            }
            Question::Editions => Reply::Editions(Box::new(session?.editions_picture(self.lens)?)),
            Question::History(query) => {
                let entries = session?.history_through(&query, self.lens)?;
                Reply::History(query, entries)
            }
            Question::InForce(day) => Reply::InForce(day, session?.in_force_on(day)?),
            Question::Walk => Reply::Walk(session?.walk(None, self.lens)?.map(Box::new)),
            Question::Readiness => Reply::Readiness(Box::new(session?.readiness(self.lens, None)?)),
            Question::Spreadsheet(path) => Reply::Spreadsheet(Box::new(session?.look_at(&path)?)),
            Question::ImportPreview(number, draft) => {
                Reply::ImportPreview(number, Box::new(session?.preview_of(&draft)?))
            }
            Question::Folder(named) => Reply::Folder(Box::new(Folder::read(&named)?)),
            Question::Grid(day) => Reply::Grid(Box::new(session?.grid(day, self.lens)?)),
            Question::Verify { quick } => Reply::Verify(session?.verify(quick)?),
            Question::Now => Reply::Moment(session?.env().clock.now()),
            Question::Probe(code) => Reply::Probe(Box::new(session?.probe(&code, self.lens)?)),
            Question::PointInTime(said) => {
                let point = session?.point_in_time(&said)?;
                Reply::PointInTime(said, point)
            }
            Question::Actor => Reply::Actor(session?.env().actor.clone()),
        })
    }

    fn overview(&mut self) {
        let Some(session) = &mut self.session else { return };
        match session.overview(self.lens) {
            Ok(overview) => {
                self.day = Some(overview.today);
                self.tell(Msg::Overview(Box::new(overview)));
                if !self.offered {
                    self.offer_unsaved();
                }
            }
            Err(refusal) => self.tell(Msg::ReadFailed(refusal)),
        }
    }

    /// Puts the register on the list of those opened lately, once it has been shown.
    fn remember(&mut self) {
        if let (false, Some(session), Some(_)) = (self.remembered, &self.session, self.day) {
            self.shelf.remember(session);
        }
        self.remembered = true;
    }

    /// Says what was typed and not saved when the program ended without being left, with the first picture of a
    /// register: whoever goes on at once finds it there.
    fn offer_unsaved(&mut self) {
        let Some(session) = &self.session else { return };
        let left = self.shelf.left_behind(session.path());
        self.offered = true;
        if !left.is_empty() {
            self.tell(Msg::Unsaved(left));
        }
    }

    /// Once a second: did another session write, have ten seconds gone by, has a day begun?
    fn look(&mut self) {
        let Some(session) = &mut self.session else { return };
        match session.changed_elsewhere() {
            Ok(true) => {
                self.overview();
                self.tell(Msg::ChangedElsewhere);
            }
            Ok(false) => {}
            Err(refusal) => self.tell(Msg::ReadFailed(refusal)),
        }
        if let (Some(followed), Some(session)) = (&self.followed, &self.session)
            && self.shelf.shown(session.path()) != *followed
        {
            self.followed = None;
            self.tell(Msg::ChangedElsewhere);
        }
        let Ok(now) = self.session().map(|session| session.env().clock.now()) else { return };
        if self.day.is_some_and(|day| day != now.today) {
            self.overview();
        }
        if self.clock {
            let tens = now.instant.timestamp() / 10;
            if self.told.replace(tens).is_some_and(|told| told != tens) {
                self.tell(Msg::Clock(now));
            }
        }
    }

    fn tell(&self, msg: Msg) {
        let _ = self.events.send(Event::Msg(msg));
    }
}

impl Drop for Desk {
    /// Without its worker the screen could only pretend: a panic here ends the program.
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.events.send(Event::End);
        }
    }
}

/// Of several objectives somebody wanted to see, of several looks at a sheet, only the last one is still wanted.
fn only_newest(waiting: &mut VecDeque<Order>, of_a_kind: impl Fn(&Order) -> bool) {
    let newest = waiting.iter().rposition(&of_a_kind);
    let mut at = 0;
    waiting.retain(|order| {
        let keep = !of_a_kind(order) || Some(at) == newest;
        at += 1;
        keep
    });
}

fn no_register() -> Refusal {
    Refusal::new(RefusalKind::Usage, "no register is open")
}
