//! `audit`: the calendar of audits; the next one is the day `check` asks about.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::super::args::{LensArgs, iso_date};
use super::super::page::Page;
use super::super::page::json::{self as js, SCHEMA};
use super::super::page::table::{Column, Table};
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::Command;
use crate::app::audits::AuditCommand;
use crate::domain::audit::{Audit, AuditKind};
use crate::domain::period::Date;
use crate::domain::words;

const EXAMPLES: &str = "\
Examples:
  sixtwo audit plan surveillance 2027-02-09 --auditor \"Nordcert, H. Lund\"
  sixtwo audit plan internal 2026-12-01 --note \"clauses 6 and 9\"
  sixtwo audit list
  sixtwo audit remove 2";

/// Words of `audit`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct AuditArgs {
    /// What to do.
    #[command(subcommand)]
    pub verb: AuditVerb,
}

/// What to do with the calendar.
#[derive(Debug, Subcommand)]
pub enum AuditVerb {
    /// List audits held and planned
    List {
        /// From where to look.
        #[command(flatten)]
        lens: LensArgs,
        /// An array, one object per audit
        #[arg(long)]
        json: bool,
    },
    /// Enter an audit, planned or held
    Plan {
        /// What kind
        kind: Kind,
        /// The first day
        #[arg(value_name = "DATE", value_parser = iso_date)]
        day: Date,
        /// Who audits
        #[arg(long, value_name = "NAME", default_value = "")]
        auditor: String,
        /// More of it
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
        /// Change this audit instead of entering a new one
        #[arg(long, value_name = "N")]
        number: Option<i64>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Take an audit out of the calendar
    Remove {
        /// Its number
        number: i64,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
}

/// The kinds as they are typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Kind {
    /// By the organization itself
    Internal,
    /// First stage of a certification
    Stage1,
    /// Second stage of a certification
    Stage2,
    /// Between two certifications
    Surveillance,
    /// The certificate is renewed
    Recertification,
}

impl From<Kind> for AuditKind {
    fn from(kind: Kind) -> AuditKind {
        match kind {
            Kind::Internal => AuditKind::Internal,
            Kind::Stage1 => AuditKind::Stage1,
            Kind::Stage2 => AuditKind::Stage2,
            Kind::Surveillance => AuditKind::Surveillance,
            Kind::Recertification => AuditKind::Recertification,
        }
    }
}

/// Lists, plans or removes.
pub fn run(args: &AuditArgs, place: &Place, page: &mut Page) -> Done {
    let (command, as_json) = match &args.verb {
        AuditVerb::List { lens, json } => return list(*lens, *json, place, page),
        AuditVerb::Plan { kind, day, auditor, note, number, json } => {
            let (auditor, note) = (auditor.clone(), note.clone());
            (AuditCommand::Plan { number: *number, kind: (*kind).into(), day: *day, auditor, note }, *json)
        }
        AuditVerb::Remove { number, json } => (AuditCommand::Remove { number: *number }, *json),
    };
    let done = place.open()?.run(Command::Audits(command))?;
    outcome::print(&done, as_json, page)?;
    Ok(Exit::Fine)
}

fn list(lens: LensArgs, as_json: bool, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open_to_read()?;
    let audits = session.audits(lens.lens())?;
    if as_json {
        page.json(&audits.iter().map(object).collect())?;
        return Ok(Exit::Fine);
    }
    if audits.is_empty() {
        page.line("no audit is in the calendar; `sixtwo audit plan surveillance 2027-02-09` enters one")?;
        return Ok(Exit::Fine);
    }
    let today = lens.as_of.unwrap_or(session.env().clock.now().today);
    let mut table = Table::new([
        Column::numbers("no"),
        Column::text("day"),
        Column::text("audit"),
        Column::text("when"),
        Column::prose("auditor"),
        Column::prose("note"),
    ]);
    for audit in &audits {
        table.row([
            audit.id.to_string().into(),
            audit.day.to_string().into(),
            words::audit(audit.kind).into(),
            when(audit.day, today).into(),
            audit.auditor.as_str().into(),
            audit.note.as_str().into(),
        ]);
    }
    table.print(page)?;
    Ok(Exit::Fine)
}

fn when(day: Date, today: Date) -> String {
    match (day - today).num_days() {
        0 => "today".to_owned(),
        days if days > 0 => format!("in {days} d"),
        _ => "held".to_owned(),
    }
}

fn object(audit: &Audit) -> Value {
    json!({
        "schema": SCHEMA,
        "number": audit.id,
        "kind": audit.kind.word(),
        "day": js::date(audit.day),
        "auditor": js::text(&audit.auditor),
        "note": js::text(&audit.note),
    })
}
