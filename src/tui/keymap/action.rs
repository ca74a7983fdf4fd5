//! What a key means.

/// What a key means, without payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each action's effect stands in the table, as a sentence people read")]
pub enum Action {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    HalfUp,
    HalfDown,
    First,
    Last,
    Open,
    Toggle,
    Back,
    NextPane,
    PreviousPane,
    NextObjective,
    PreviousObjective,
    Zoom,
    Table,
    Filter,
    KeepFilter,
    Help,
    Palette,
    Config,
    Undo,
    Redo,
    New,
    Edit,
    Record,
    Approve,
    Retire,
    Review,
    Snapshot,
    Settings,
    Quit,
    Leave,
    HandOver,
    AcceptHandOver,
    AskText,
    PlanAudit,
    Mark,
    Compare,
    BulkEdit,
    GoHome,
    GoReview,
    GoTrace,
    GoReadiness,
    GoHistory,
    GoSnapshots,
    GoPeople,
    GoEditions,
    /// Back from an earlier point in time.
    Now,
    // History.
    Corrected,
    Escalated,
    LateEntries,
    Retired,
    InForceThen,
    EveryEntry,
    JumpThere,
    // The walk through the list.
    Walk,
    Keep,
    KeepBecause,
    Change,
    Replace,
    NoChange,
    // Sources.
    AcceptRisk,
    CloseSource,
    RenewPolicy,
    KeepCommitment,
    ChangeCommitment,
    DropCommitment,
    // Versions and editions.
    Versions,
    Tell,
    Acknowledge,
    Unconfirmed,
    // The big screen.
    FollowMeeting,
    // Other registers.
    Registers,
    NewRegister,
    OpenRegister,
    Sample,
    Forget,
    // Readiness.
    Dismiss,
    // Forms.
    NextField,
    PreviousField,
    NextChoice,
    PreviousChoice,
    Confirm,
    Save,
    BringBack,
    // Choosing a file.
    Complete,
    // The way in from a spreadsheet.
    Import,
    ReadColumnAs,
    FirstAnswer,
    SecondAnswer,
    ThirdAnswer,
    FourthAnswer,
    // The review meeting.
    NextItem,
    PreviousItem,
    Park,
    PassBlock,
    Attendees,
    ActionDone,
    Write,
    CloseMeeting,
    PlanMeeting,
    DecideContinue,
    DecideAct,
    DecideEscalate,
    DecideRetarget,
    DecideExtend,
    DecideRetire,
    DecideAccept,
    // Measurements over the whole screen.
    EarlierYear,
    LaterYear,
    // Periods.
    GoPeriods,
    BeginValue,
    NextMissing,
    SameAsBefore,
    NotMeasured,
    PasteHelp,
    FirstPeriod,
    LastPeriod,
    CopyCell,
    LeaveOut,
    // The terminal itself.
    CopyRow,
    ToggleMouse,
    // The plan.
    PlanTable,
    AddAction,
    // The cascade over the whole screen.
    Move,
    Detach,
    Slice,
    // The auditor's page, the basket, looking back, showing to others.
    Probe,
    WalkThrough,
    Readings,
    Export,
    Basket,
    MoveUp,
    MoveDown,
    TakeOut,
    AsKnown,
    Showing,
}

/// Where a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Everywhere, after the scopes on top said nothing.
    Global,
    /// Home and every other screen: digits go from one to another.
    Screens,
    /// Home, whatever pane has the focus.
    Home,
    /// Every list and everything that scrolls.
    Moving,
    /// The list of objectives.
    Objectives,
    /// The cascade tree.
    Cascade,
    /// The measurements.
    Measurements,
    /// The measurements over the whole screen.
    Reading,
    /// The plan of everybody as a table.
    PlanTable,
    /// The plan over the whole screen.
    Plan,
    /// The cascade over the whole screen.
    Tree,
    /// An objective picked up in the cascade.
    Carrying,
    /// A cell of a table being typed.
    Cell,
    /// The filter line.
    Filter,
    /// The line that asks who writes.
    Actor,
    /// The help.
    Help,
    /// The line that searches the help.
    Search,
    /// A page of the manual.
    Manual,
    /// The palette of actions.
    Palette,
    /// What the config file says and what counts.
    Config,
    /// The ways to begin an objective.
    Catalogue,
    /// The history.
    History,
    /// Frozen registers.
    Snapshots,
    /// Frozen registers, one of them marked.
    SnapshotMarked,
    /// Two frozen registers compared.
    Comparison,
    /// The walk through the list.
    Walk,
    /// What an auditor may raise.
    Readiness,
    /// The list as a whole.
    Editions,
    /// The screen of people.
    People,
    /// From sources to objectives to readings.
    Trace,
    /// The big screen of a meeting.
    Present,
    /// Registers opened lately.
    Registers,
    /// The walk through a new policy version.
    PolicyWalk,
    /// The versions of one objective.
    Versions,
    /// A file being chosen.
    Files,
    /// The way in from a spreadsheet.
    Importing,
    /// A question about the spreadsheet.
    ImportQuestion,
    /// A cell, a name or a day being typed on the way in.
    ImportText,
    /// A form.
    Form,
    /// A choice inside a form.
    Choice,
    /// The review meeting.
    Meeting,
    /// The calendar of meetings.
    Meetings,
    /// A page of a review meeting that is looked through.
    MeetingStep,
    /// What a review meeting changes in the list.
    MeetingList,
    /// The page of a review meeting that reads back and closes.
    MeetingEnd,
    /// A review meeting whose minutes are frozen.
    MeetingClosed,
    /// The decision of a review meeting: one key.
    Decision,
    /// The period grid.
    Periods,
    /// A value being typed into the period grid.
    PeriodEntry,
    /// Where a pasted column would go.
    PastePreview,
    /// Every entry of one reading.
    ReadingInFull,
    /// The auditor's page.
    Probe,
    /// The auditor's page, one question at a time.
    ProbeWalk,
    /// Every reading of one objective.
    Readings,
    /// Pages collected for one document.
    Basket,
    /// One line that asks for a text.
    Prompt,
}

impl Scope {
    /// The heading of its keys in help and key table.
    pub fn heading(self) -> &'static str {
        match self {
            Scope::Global => "Everywhere",
            Scope::Screens => "Screens",
            Scope::Home => "Home",
            Scope::Moving => "Moving",
            Scope::Objectives => "Objectives",
            Scope::Cascade => "Cascade",
            Scope::Measurements => "Measurements",
            Scope::Reading => "Measurements, zoomed",
            Scope::Plan => "Plan, zoomed",
            Scope::Tree => "Cascade, zoomed",
            Scope::Carrying => "Another parent",
            Scope::PlanTable => "Plan table",
            Scope::Cell => "A cell",
            Scope::Filter => "Filter",
            Scope::Actor => "Who writes",
            Scope::Help => "Help",
            Scope::Search => "Searching the help",
            Scope::Manual => "Pages of the manual",
            Scope::Palette => "Palette",
            Scope::Config => "Config",
            Scope::Catalogue => "A new objective",
            Scope::History => "History",
            Scope::Snapshots => "Snapshots",
            Scope::SnapshotMarked => "Snapshots, one marked",
            Scope::Comparison => "Snapshots compared",
            Scope::Walk => "Refresh walk",
            Scope::Readiness => "Readiness",
            Scope::Editions => "Editions",
            Scope::People => "People",
            Scope::Trace => "Trace",
            Scope::Present => "Big screen",
            Scope::Registers => "Objectives files",
            Scope::PolicyWalk => "A new policy version",
            Scope::Versions => "Versions",
            Scope::Files => "Choosing a file",
            Scope::Importing => "Import",
            Scope::ImportQuestion => "Import: a question",
            Scope::ImportText => "Import: typing",
            Scope::Form => "Forms",
            Scope::Choice => "Choices",
            Scope::Meeting => "Review meeting",
            Scope::Meetings => "Meetings",
            Scope::MeetingStep => "Review meeting, looking through",
            Scope::MeetingList => "Review meeting, changes to the list",
            Scope::MeetingEnd => "Review meeting, read back",
            Scope::MeetingClosed => "Review meeting, closed",
            Scope::Probe => "Probe",
            Scope::ProbeWalk => "Probe, one question at a time",
            Scope::Readings => "Readings",
            Scope::Basket => "Basket",
            Scope::Prompt => "A line that asks",
            Scope::Decision => "Decision",
            Scope::Periods => "Periods",
            Scope::PeriodEntry => "A value in the periods",
            Scope::PastePreview => "A pasted column",
            Scope::ReadingInFull => "A reading in full",
        }
    }

    /// Whether a line of text takes letters there before the table is asked.
    pub fn is_typed_into(self) -> bool {
        use Scope::{Actor, Catalogue, Cell, Files, Filter, Form, ImportText, Meeting, Palette, PeriodEntry, Search};
        let screens = matches!(self, Actor | Catalogue | Cell | Files | Filter | Form | ImportText | Palette | Search);
        screens || matches!(self, Meeting | Scope::MeetingEnd | PeriodEntry)
    }

    /// Every scope, in the order of the key table.
    pub const ALL: &[Scope] = &[
        Scope::Screens,
        Scope::Home,
        Scope::Moving,
        Scope::Objectives,
        Scope::Cascade,
        Scope::Measurements,
        Scope::Reading,
        Scope::Plan,
        Scope::Tree,
        Scope::Carrying,
        Scope::PlanTable,
        Scope::Cell,
        Scope::Filter,
        Scope::Actor,
        Scope::Help,
        Scope::Search,
        Scope::Manual,
        Scope::Palette,
        Scope::Config,
        Scope::Catalogue,
        Scope::History,
        Scope::Snapshots,
        Scope::SnapshotMarked,
        Scope::Comparison,
        Scope::Walk,
        Scope::Trace,
        Scope::PolicyWalk,
        Scope::Present,
        Scope::Registers,
        Scope::Readiness,
        Scope::Periods,
        Scope::PeriodEntry,
        Scope::PastePreview,
        Scope::ReadingInFull,
        Scope::Editions,
        Scope::People,
        Scope::Versions,
        Scope::Files,
        Scope::Importing,
        Scope::ImportQuestion,
        Scope::ImportText,
        Scope::Form,
        Scope::Choice,
        Scope::Meetings,
        Scope::Meeting,
        Scope::MeetingStep,
        Scope::MeetingList,
        Scope::MeetingEnd,
        Scope::MeetingClosed,
        Scope::Decision,
        Scope::Probe,
        Scope::ProbeWalk,
        Scope::Readings,
        Scope::Basket,
        Scope::Prompt,
        Scope::Global,
    ];
}
