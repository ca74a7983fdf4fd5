//! What `update` asks the runtime to do.

use std::path::PathBuf;

use super::msg::Asker;
use crate::app::Command;
use crate::app::import::Handed;
use crate::app::import::draft::Draft;
use crate::app::registers::{OnScreen, Unsaved, Way};
use crate::app::view::{HistoryQuery, Lens};
use crate::domain::period::Date;

/// Something to be done outside of `update`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Stop like any job of the shell, come back on `fg`.
    Suspend,
    /// Read the register again.
    LoadOverview,
    /// Read one objective in full; of several waiting wishes only the newest counts.
    LoadDossier(String),
    /// Do a command; answered by [`super::msg::Msg::Ran`].
    Run {
        /// Who asks.
        asker: Asker,
        /// What to do.
        command: Box<Command>,
    },
    /// Read something; answered by [`super::msg::Msg::Told`].
    Ask {
        /// Who asks.
        asker: Asker,
        /// What to read.
        question: Question,
    },
    /// From now on this person writes.
    SetActor(String),
    /// Look at the register from there from now on, and read it again.
    Look(Lens),
    /// Others look on, or not any more; the register is read again without drafts, or with them.
    Showing(bool),
    /// Leaves this register and goes to another one; a refusal is answered by [`super::msg::Msg::Ran`].
    Go {
        /// Who asks.
        asker: Asker,
        /// Where to.
        way: Way,
    },
    /// Tells the big screen what the meeting has on its desk.
    Show(Option<OnScreen>),
    /// Lets the mouse in, or gives it back to the terminal.
    Mouse(bool),
    /// Puts a text into the clipboard of the terminal.
    Copy(String),
    /// Gives a text to the person's own editor; answered by [`super::msg::Msg::EditedOutside`].
    EditOutside {
        /// The sheet whose field it belongs to.
        sheet: u64,
        /// The text to begin with.
        text: String,
    },
    /// Keeps on disk what is typed and not saved, or forgets it.
    Unsaved(Unsaved),
    /// Asks the work with this number to stop; what asked for it is told that it was stopped.
    Cancel(u64),
    /// Switches the clock of a meeting, which is told every ten seconds.
    Clock(bool),
}

/// Something to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// One objective in full.
    Dossier(String),
    /// The registers opened lately, each as it stands.
    Registers {
        /// One to take off the list first.
        without: Option<PathBuf>,
    },
    /// Settings.
    Settings,
    /// The running meeting for a big screen, at the item it is at or at this objective.
    Presented(Option<String>),
    /// One meeting.
    Review(i64),
    /// What the minutes of a meeting say, or would say now.
    ReadBack(i64),
    /// All meetings.
    Reviews,
    /// When meetings of each kind are to be held.
    Calendar,
    /// Snapshots.
    Snapshots,
    /// A snapshot compared with another one, or with the register as it is known now.
    Comparison {
        /// The number of one of them.
        one: i64,
        /// The other; none for now.
        other: Option<i64>,
    },
    /// The list as a whole.
    Editions,
    /// Who owns, reports and owes what.
    People,
    /// What would become of the filled reply sheets of a folder, or of one.
    Replies(PathBuf),
    /// From sources to objectives to readings.
    Trace,
    /// What an auditor may raise.
    Readiness,
    /// The periods of the fiscal year that contains the day.
    Grid(Date),
    /// A page of the history.
    History(Box<HistoryQuery>),
    /// What was in force on a day, and who had approved it.
    InForce(Date),
    /// The walk through the list that is open, else the newest.
    Walk,
    /// A spreadsheet, read from its file.
    Spreadsheet(PathBuf),
    /// What would become of a spreadsheet; the number comes back with the answer.
    ImportPreview(u64, Handed<Draft>),
    /// What stands in a folder, named as a person types it.
    Folder(String),
    /// Check the file.
    Verify {
        /// Only the chain.
        quick: bool,
    },
    /// What time it is.
    Now,
    /// The auditor's page of an objective.
    Probe(String),
    /// A point in time as people say it.
    PointInTime(String),
    /// Who writes.
    Actor,
}
