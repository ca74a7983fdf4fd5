//! The words of the command line: one subcommand per verb, help with examples.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};

use super::config::{COLOURS, THEMES};
use super::verb;
use crate::app::view::{KnownAt, Lens};
use crate::domain::period::{Date, parse_iso_date};
use crate::domain::version::Cause;

const EXAMPLES: &str = "\
Examples:
  sixtwo demo                                   a sample register, full screen
  sixtwo new isms.sixtwo --organization Acme    a register of your own
  sixtwo isms.sixtwo                            open it full screen
  sixtwo -f isms.sixtwo status                  the list on the shell
  sixtwo -f isms.sixtwo record HR-2 38          a reading for the oldest period without one

`sixtwo help topics` lists the pages of the manual; `sixtwo help month` reads one.
Without -f and SIXTWO_FILE the register of `sixtwo paths` is used.
Exit codes: 0 fine, 1 failed, 2 usage, 3 findings (due, check, verify, trace --gaps).";

/// Keeps the information security objectives of ISO/IEC 27001:2022 clause 6.2 in one local file.
#[derive(Debug, Parser)]
#[command(name = "sixtwo", version, about, after_help = EXAMPLES, disable_help_subcommand = true)]
#[command(max_term_width = 110, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
pub struct Cli {
    /// Register to open full screen; a verb wins over a file of the same name
    #[arg(value_name = "REGISTER")]
    pub register: Option<PathBuf>,
    /// Words every verb understands.
    #[command(flatten)]
    pub common: Common,
    /// From where the full screen looks at it.
    #[command(flatten)]
    pub lens: LensArgs,
    /// What to do; nothing opens the full screen.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

impl Cli {
    /// The common words, with the register that stands before a verb or without one.
    pub fn common_with_register(&self) -> Common {
        let file = self.register.clone().or_else(|| self.common.file.clone());
        Common { file, ..self.common.clone() }
    }
}

/// Words every verb understands.
#[derive(Args, Clone, Debug, Default)]
pub struct Common {
    /// The register
    #[arg(short, long, global = true, value_name = "FILE", env = "SIXTWO_FILE", hide_env_values = true)]
    pub file: Option<PathBuf>,
    /// How many colours may be sent: auto, 16, 256, true, never
    #[arg(long, global = true, value_name = "COLOURS", value_parser = PossibleValuesParser::new(COLOURS), hide_possible_values = true)]
    pub color: Option<String>,
    /// Who writes; else the config file's `actor`, else the OS user
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub actor: Option<String>,
    /// Open the register for reading only
    #[arg(long, global = true)]
    pub read_only: bool,
    /// Another config file
    #[arg(long, global = true, value_name = "FILE", env = "SIXTWO_CONFIG", hide_env_values = true)]
    pub config: Option<PathBuf>,
    /// How the full screen looks.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

impl Common {
    /// What these words say about the settings of the config file.
    pub fn said(&self) -> Vec<(&'static str, String)> {
        let switch = |on: bool| on.then(|| "true".to_owned());
        let said = [
            ("actor", self.actor.clone().filter(|name| !name.trim().is_empty())),
            ("theme", self.screen.theme.clone()),
            ("color", self.color.clone()),
            ("ascii", switch(self.screen.ascii)),
            ("plain", switch(self.screen.plain)),
            ("mouse", switch(self.screen.mouse)),
        ];
        said.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))).collect()
    }
}

/// How the full screen looks.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Full screen")]
pub struct ScreenArgs {
    /// The look: terminal, light, dark, high-contrast, mono
    #[arg(long, value_name = "THEME", value_parser = PossibleValuesParser::new(THEMES), hide_possible_values = true)]
    pub theme: Option<String>,
    /// Draw with ASCII signs only
    #[arg(long)]
    pub ascii: bool,
    /// Words and numbers without frames and charts, for screen readers
    #[arg(long)]
    pub plain: bool,
    /// Take the mouse from the start
    #[arg(long)]
    pub mouse: bool,
}

impl ScreenArgs {
    /// These words, and where they say nothing, others.
    pub fn over(&self, others: &ScreenArgs) -> ScreenArgs {
        ScreenArgs {
            theme: self.theme.clone().or_else(|| others.theme.clone()),
            ascii: self.ascii || others.ascii,
            plain: self.plain || others.plain,
            mouse: self.mouse || others.mouse,
        }
    }
}

/// From where a register is looked at.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct LensArgs {
    /// Judge on this day, with what had been recorded by then
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub as_of: Option<Date>,
    /// Also hide what the journal did not hold then: a date or a journal number
    #[arg(long, value_name = "DATE|SEQ", value_parser = known_at)]
    pub known_at: Option<KnownAt>,
}

impl LensArgs {
    /// Whether anything but today was asked for.
    pub fn is_set(self) -> bool {
        self.as_of.is_some() || self.known_at.is_some()
    }

    /// The lens these words ask for.
    pub fn lens(self) -> Lens {
        Lens { as_of: self.as_of, known_at: self.known_at }
    }
}

/// One verb, one thing.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Open a realistic sample register on a throw-away copy, marked DEMO
    Demo(verb::demo::DemoArgs),
    /// Follow a running meeting on a second screen: one objective, its value, the chart, the decision
    Present(verb::present::PresentArgs),
    /// Create a register
    New(verb::new::NewArgs),
    /// Take over objectives or readings from a csv or tsv file
    Import(verb::import::ImportArgs),
    /// Record a reading, a fulfilled criterion, a check-in, or why a period was not measured
    Record(verb::record::RecordArgs),
    /// List every objective with its status, when it was measured, and why
    Status(verb::status::StatusArgs),
    /// Show all the evidence of one objective
    Show(verb::show::ShowArgs),
    /// List the readings that wait for a person (exit code 3 when there are some)
    Due(verb::due::DueArgs),
    /// Show the way from sources to objectives to their last reading, and what is missing on it
    Trace(verb::trace::TraceArgs),
    /// List, enter, change or close a source: commitment, risk, treatment, requirement, finding, event, priority
    Source(verb::source::SourceArgs),
    /// Walk through a new version of a policy
    Policy(verb::policy::PolicyArgs),
    /// List who changed what, newest first
    History(verb::history::HistoryArgs),
    /// Walk through the list: keep, change, retire, replace
    Refresh(verb::refresh::RefreshArgs),
    /// The calendar of meetings, what is prepared for them, what was said; opened and closed
    Review(verb::review::ReviewArgs),
    /// List, agree, move, complete or check actions
    Action(verb::action::ActionArgs),
    /// Put drafts and changed targets in force
    Approve(verb::approve::ApproveArgs),
    /// The list as a whole: numbered editions, approved in one act, compared
    Edition(verb::edition::EditionArgs),
    /// Record who was told a version or an edition, or list who has not confirmed
    Communicate(verb::communicate::CommunicateArgs),
    /// Record that somebody confirmed to know a version or an edition
    Acknowledge(verb::communicate::AcknowledgeArgs),
    /// Close an objective with an outcome and a reason
    Retire(verb::retire::RetireArgs),
    /// Put another objective in the place of one: it carries metric, trace and plan on
    Supersede(verb::supersede::SupersedeArgs),
    /// List who owns, reports and owes what; enter people, hand over, reorganize
    People(verb::people::PeopleArgs),
    /// List or set what a judgement depends on
    Settings(verb::settings::SettingsArgs),
    /// Freeze the register as of now, or list what was frozen
    Snapshot(verb::snapshot::SnapshotArgs),
    /// Write a document
    Export(verb::export::ExportArgs),
    /// Say what an auditor may raise, the worst first (exit code 3 on findings)
    Check(verb::check::CheckArgs),
    /// List, plan or remove audits: the next one is the day `check` asks about
    Audit(verb::audit::AuditArgs),
    /// Check the register (exit code 3 on findings)
    Verify(verb::verify::VerifyArgs),
    /// Write a verified backup
    Backup(verb::backup::BackupArgs),
    /// Put a verified backup in the place of the register
    Restore(verb::backup::RestoreArgs),
    /// Take back your newest operation, or the one named
    Undo(verb::undo::UndoArgs),
    /// Take back your newest undo
    Redo(verb::undo::RedoArgs),
    /// List the keys of the full screen
    Keys(verb::keys::KeysArgs),
    /// Show where register and config lie
    Paths(verb::paths::PathsArgs),
    /// Check, show or begin the config file
    Config(verb::config::ConfigArgs),
    /// Write the completions of a shell
    Completions(verb::completions::CompletionsArgs),
    /// Write the manual page of the program
    Man(verb::man::ManArgs),
    /// Help on the program, one verb, or a page of the manual
    Help(verb::help::HelpArgs),
}

/// An ISO date; refuses everything that could mean two days.
pub fn iso_date(text: &str) -> Result<Date, String> {
    parse_iso_date(text.trim()).ok_or_else(|| "no date; write it as 2026-11-23".to_owned())
}

/// What made a change necessary, by its word.
pub fn cause(text: &str) -> Result<Cause, String> {
    let words = || Cause::ALL.iter().map(|cause| cause.word()).collect::<Vec<_>>().join(", ");
    Cause::from_word(&text.trim().replace('-', "_")).ok_or_else(|| format!("one of {}", words()))
}

fn known_at(text: &str) -> Result<KnownAt, String> {
    match text.parse() {
        Ok(seq) => Ok(KnownAt::Seq(seq)),
        Err(_) => iso_date(text)
            .map(KnownAt::Day)
            .map_err(|_| "no date and no journal number; write 2026-11-23 or 1482".to_owned()),
    }
}
