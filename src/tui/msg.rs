//! What `update` receives: keys, and what the worker did.

use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Position;

use crate::app::editions::view::EditionsPicture;
use crate::app::folder::Folder;
use crate::app::grid::Grid;
use crate::app::import::draft::{Draft, Preview};
use crate::app::people::view::PeopleView;
use crate::app::point_in_time::PointInTime;
use crate::app::presented::Presented;
use crate::app::readiness::Readiness;
use crate::app::registers::{Answers, Entry};
use crate::app::replies::view::Replies;
use crate::app::sources::TraceView;
use crate::app::view::{
    Dossier, HistoryEntry, HistoryQuery, InForce, Overview, ReviewView, SettingEntry, SnapshotEntry, VerifyReport, Walk,
};
use crate::app::{Moment, Outcome, Refusal};
use crate::domain::changes::Comparison;
use crate::domain::minutes::Minutes;
use crate::domain::period::Date;
use crate::domain::probe::Page;
use crate::domain::progress::Seen;
use crate::domain::review::CalendarEntry;

/// Who asked the worker: the answer goes back there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// The home screen.
    Home,
    /// A sheet, by its number.
    Sheet(u64),
}

/// What the mouse did, where it was let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// A click of the first button.
    Click(Position),
    /// The wheel, away from the person.
    WheelUp(Position),
    /// The wheel, towards the person.
    WheelDown(Position),
}

/// Something happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed or repeats.
    Key(KeyEvent),
    /// The mouse did something.
    Mouse(Mouse),
    /// A text was sent to the clipboard: which way it went, in words.
    Copied(&'static str),
    /// Text was pasted in one piece.
    Paste(String),
    /// The terminal has another size: columns, rows.
    Resize(u16, u16),
    /// The register in one look, read again.
    Overview(Box<Overview>),
    /// One objective in full.
    Dossier(Box<Dossier>),
    /// Another register is open; its overview follows.
    Opened,
    /// Reading failed.
    ReadFailed(Refusal),
    /// A command came back; its data are on disk when it says so.
    Ran {
        /// Who asked.
        asker: Asker,
        /// What came of it.
        result: Result<Outcome, Refusal>,
    },
    /// A question came back.
    Told {
        /// Who asked.
        asker: Asker,
        /// The answer.
        result: Result<Reply, Refusal>,
    },
    /// The person's own editor has closed.
    EditedOutside {
        /// The sheet whose field it belongs to.
        sheet: u64,
        /// The text as it is now, or why there is none.
        result: Result<String, String>,
    },
    /// What was typed and not saved when the program ended without being left.
    Unsaved(Vec<Answers>),
    /// Something takes longer than a second: how far it is; `None` when it has ended.
    Progress(Option<Seen>),
    /// Another session changed the register; the new overview follows.
    ChangedElsewhere,
    /// Ten seconds went by while [`super::effect::Effect::Clock`] was on.
    Clock(Moment),
}

/// An answer to an [`super::effect::Question`].
#[derive(Clone, Debug)]
pub enum Reply {
    /// One objective in full.
    Dossier(Box<Dossier>),
    /// The registers opened lately.
    Registers(Vec<Entry>),
    /// Settings with their defaults.
    Settings(Vec<SettingEntry>),
    /// The running meeting for a big screen; `None` where none is open.
    Presented(Option<Box<Presented>>),
    /// One meeting.
    Review(Box<ReviewView>),
    /// What the minutes of a meeting say, or would say now.
    ReadBack(Box<Minutes>),
    /// All meetings, newest first.
    Reviews(Vec<ReviewView>),
    /// When meetings of each kind are to be held.
    Calendar(Vec<CalendarEntry>),
    /// Snapshots, newest first.
    Snapshots(Vec<SnapshotEntry>),
    /// What became different between two frozen registers.
    Comparison(Box<Comparison>),
    /// The list as a whole: its editions, what the next would hold, who has not confirmed.
    Editions(Box<EditionsPicture>),
    /// Who owns, reports and owes what.
    People(Box<PeopleView>),
    /// What would become of replies.
    Replies(Box<Replies>),
    /// A page of the history, with what was asked.
    History(Box<HistoryQuery>, Vec<HistoryEntry>),
    /// What was in force on a day.
    InForce(Date, Vec<InForce>),
    /// The walk through the list; `None` where there never was one.
    Walk(Option<Box<Walk>>),
    /// From sources to objectives to readings.
    Trace(Box<TraceView>),
    /// What an auditor may raise.
    Readiness(Box<Readiness>),
    /// A spreadsheet on its way into the register.
    Spreadsheet(Box<Draft>),
    /// What would become of a spreadsheet, with the number of the question.
    ImportPreview(u64, Box<Preview>),
    /// What stands in a folder.
    Folder(Box<Folder>),
    /// The periods of a fiscal year.
    Grid(Box<Grid>),
    /// What a check covered and found.
    Verify(VerifyReport),
    /// Now.
    Moment(Moment),
    /// The auditor's page of an objective.
    Probe(Box<Page>),
    /// A point in time, with what was said.
    PointInTime(String, PointInTime),
    /// Who writes.
    Actor(String),
}
