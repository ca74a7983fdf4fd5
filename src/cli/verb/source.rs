//! `source`: the registers objectives refer to, one entry at a time; a whole list comes in by `import sources`.

use clap::{Args, Subcommand};

use super::super::args::{LensArgs, iso_date};
use super::super::page::table::{Column, Table};
use super::super::page::{Page, note};
use super::super::{Done, Exit, Place};
use super::{outcome, trace_json};
use crate::app::sources::{SourceCommand, named};
use crate::app::{Command, Refusal, Session};
use crate::domain::period::Date;
use crate::domain::trace::{RequirementKind, Source, SourceKind, SourceStatus};

const EXAMPLES: &str = "\
Examples:
  sixtwo source list --kind risk
  sixtwo source add risk:R-021 \"Ransomware on the plant network\" --level high --owner \"K. Lind\"
  sixtwo source add policy:4.6 \"everybody is trained\" --policy ISP --policy-version 5
  sixtwo source edit risk:R-021 --level medium
  sixtwo source edit risk:R-021 --status accepted --acceptance \"board, until the plant is rebuilt in 2027\"
  sixtwo source edit policy:4.3 --covered-by \"the visitor procedure\"
  sixtwo source close finding:IA-25-03 --on 2026-06-30

A source is named kind:reference. Kinds: commitment (or policy), risk, treatment, requirement, finding, incident,
priority, assessment, scope_change.";

/// Words of `source`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct SourceArgs {
    /// What to do.
    #[command(subcommand)]
    pub verb: SourceVerb,
}

/// What to do with sources.
#[derive(Debug, Subcommand)]
pub enum SourceVerb {
    /// List them
    List {
        /// Only this kind
        #[arg(long, value_parser = kind)]
        kind: Option<SourceKind>,
        /// From where to look.
        #[command(flatten)]
        lens: LensArgs,
        /// An array, one object per source
        #[arg(long)]
        json: bool,
    },
    /// Enter one
    Add {
        /// kind:reference, such as risk:R-014
        source: String,
        /// What it says, one line
        title: String,
        /// What else is known.
        #[command(flatten)]
        facts: Box<Facts>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Change one; what is left out stays, an empty text clears
    Edit {
        /// kind:reference, such as risk:R-014
        source: String,
        /// What it says, one line
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// What else is known.
        #[command(flatten)]
        facts: Box<Facts>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Close one: treated, corrected, answered, expired; nothing is deleted
    Close {
        /// kind:reference, such as finding:IA-25-03
        source: String,
        /// The day; today where it is left out
        #[arg(long, value_name = "DATE", value_parser = iso_date)]
        on: Option<Date>,
        /// Taken back rather than done with: a dropped commitment, an expired requirement
        #[arg(long)]
        withdrawn: bool,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
}

/// Everything a source may say beside its title.
#[derive(Args, Debug, Default)]
pub struct Facts {
    /// How heavy it is: a word such as high, or a number
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<String>,
    /// Who answers for it
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// open, accepted (risks), closed, withdrawn
    #[arg(long, value_parser = status)]
    pub status: Option<SourceStatus>,
    /// Of a risk: who accepts it, why and until when
    #[arg(long, value_name = "TEXT")]
    pub acceptance: Option<String>,
    /// More of it
    #[arg(long, value_name = "TEXT")]
    pub detail: Option<String>,
    /// The routine control that meets it without an objective
    #[arg(long, value_name = "TEXT")]
    pub covered_by: Option<String>,
    /// Of a commitment: its policy
    #[arg(long, value_name = "NAME")]
    pub policy: Option<String>,
    /// Of a commitment: the version of the policy that says it
    #[arg(long, value_name = "VERSION")]
    pub policy_version: Option<String>,
    /// Of a requirement: the interested party
    #[arg(long, value_name = "NAME")]
    pub party: Option<String>,
    /// Of a requirement, why it binds: legal, regulatory, contractual, internal
    #[arg(long, value_name = "KIND", value_parser = requirement)]
    pub requirement: Option<RequirementKind>,
    /// Of a requirement: whether it prescribes a metric
    #[arg(long, value_name = "yes|no", num_args = 0..=1, default_missing_value = "yes", value_parser = yes_or_no)]
    pub mandated: Option<bool>,
    /// Of a treatment: the risk it treats
    #[arg(long, value_name = "REF")]
    pub treats: Option<String>,
    /// Of a treatment: by when it is to be done
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub due: Option<Date>,
    /// Of a finding or an event: the day
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub day: Option<Date>,
    /// Of an event: whether the list of objectives has to be looked at for it
    #[arg(long, value_name = "yes|no", num_args = 0..=1, default_missing_value = "yes", value_parser = yes_or_no)]
    pub significant: Option<bool>,
}

/// Lists, enters, changes or closes.
pub fn run(args: &SourceArgs, place: &Place, page: &mut Page) -> Done {
    match &args.verb {
        SourceVerb::List { kind, lens, json } => {
            let mut sources = place.open_to_read()?.sources(lens.lens())?;
            sources.retain(|source| kind.is_none_or(|kind| source.kind == kind));
            if *json {
                page.json(&sources.iter().map(trace_json::fields).collect())?;
            } else {
                list(&sources, page)?;
            }
            return Ok(Exit::Fine);
        }
        SourceVerb::Add { source, title, facts, json } => {
            let mut session = place.open()?;
            let (kind, reference) = key(source)?;
            let mut new = Source::new(kind, reference, title, session.env().clock.now().today);
            facts.fill(&mut new);
            let done = session.run(Command::Sources(SourceCommand::Add(Box::new(new))))?;
            outcome::print(&done, *json, page)?;
        }
        SourceVerb::Edit { source, title, facts, json } => {
            let mut session = place.open()?;
            let mut changed = present(&mut session, source)?;
            if let Some(title) = title {
                changed.title.clone_from(title);
            }
            facts.fill(&mut changed);
            let done = session.run(Command::Sources(SourceCommand::Edit(Box::new(changed))))?;
            outcome::print(&done, *json, page)?;
        }
        SourceVerb::Close { source, on, withdrawn, json } => {
            let mut session = place.open()?;
            let mut changed = present(&mut session, source)?;
            changed.status = if *withdrawn { SourceStatus::Withdrawn } else { SourceStatus::Closed };
            // Closing again keeps the day where nobody names another.
            changed.closed_on = on.or(changed.closed_on);
            let done = session.run(Command::Sources(SourceCommand::Edit(Box::new(changed))))?;
            outcome::print(&done, *json, page)?;
        }
    }
    Ok(Exit::Fine)
}

impl Facts {
    /// Puts what was said into a source; the rest stays.
    fn fill(&self, source: &mut Source) {
        let texts = [
            (&self.level, &mut source.level),
            (&self.owner, &mut source.owner),
            (&self.acceptance, &mut source.acceptance),
            (&self.detail, &mut source.detail),
            (&self.covered_by, &mut source.covered_by),
            (&self.policy, &mut source.policy),
            (&self.policy_version, &mut source.policy_version),
            (&self.party, &mut source.party),
            (&self.treats, &mut source.treats),
        ];
        for (said, held) in texts {
            if let Some(said) = said {
                held.clone_from(said);
            }
        }
        source.status = self.status.unwrap_or(source.status);
        source.requirement = self.requirement.or(source.requirement);
        source.mandated = self.mandated.unwrap_or(source.mandated);
        source.significant = self.significant.unwrap_or(source.significant);
        source.due = self.due.or(source.due);
        source.day = self.day.or(source.day);
    }
}

fn list(sources: &[Source], page: &mut Page) -> std::io::Result<()> {
    if sources.is_empty() {
        note("no source is on record; `sixtwo import sources FILE` brings some in, `sixtwo source add` enters one");
    }
    let mut table = Table::new([
        Column::text("source"),
        Column::prose("what it says"),
        Column::text("level"),
        Column::text("state"),
        Column::text("owner"),
        Column::prose("more"),
    ]);
    for source in sources {
        table.row([
            source.key().into(),
            source.title.as_str().into(),
            source.level.as_str().into(),
            source.status.shown().into(),
            source.owner.as_str().into(),
            more(source).into(),
        ]);
    }
    table.print(page)
}

/// What matters most beside the title, by its kind.
fn more(source: &Source) -> String {
    let due = source.due.map(|day| format!("by {day}"));
    let day = source.day.map(|day| day.to_string());
    let said = |before: &str, text: &str| (!text.is_empty()).then(|| format!("{before}{text}"));
    let parts = [
        said("", format!("{} {}", source.policy, source.policy_version).trim()),
        said("", &source.party),
        source.mandated.then(|| "metric prescribed".to_owned()),
        said("treats ", &source.treats),
        due,
        day,
        said("", &source.acceptance),
        said("covered by ", &source.covered_by),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn present(session: &mut Session, said: &str) -> Result<Source, Refusal> {
    let mut sources = session.sources(Default::default())?;
    match named(&sources, said) {
        Some(place) => Ok(sources.swap_remove(place)),
        None => {
            let none = format!("no source is called `{}`", said.trim());
            Err(Refusal::not_found(none).next("`sixtwo source list` shows them; name one as in risk:R-014"))
        }
    }
}

/// Kind and reference of a new source.
fn key(said: &str) -> Result<(SourceKind, &str), Refusal> {
    let parts = said.split_once(':');
    let found = parts.and_then(|(kind, reference)| Some((SourceKind::from_said(kind)?, reference.trim())));
    found.ok_or_else(|| {
        outcome::usage(format!("`{}` names no kind of source", said.trim()))
            .next(format!("write kind:reference, as in risk:R-014; kinds are {}", kinds()))
    })
}

fn kinds() -> String {
    SourceKind::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(", ")
}

fn kind(text: &str) -> Result<SourceKind, String> {
    SourceKind::from_said(text).ok_or_else(|| format!("one of {}", kinds()))
}

fn status(text: &str) -> Result<SourceStatus, String> {
    SourceStatus::from_said(text).ok_or_else(|| "one of open, accepted, closed, withdrawn".to_owned())
}

fn requirement(text: &str) -> Result<RequirementKind, String> {
    RequirementKind::from_said(text).ok_or_else(|| "one of legal, regulatory, contractual, internal".to_owned())
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err("yes or no".to_owned()),
    }
}
