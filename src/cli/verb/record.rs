//! `record`: a reading, a fulfilled criterion, a check-in, or why a period was not measured.

use clap::Args;

use super::super::args::iso_date;
use super::super::page::Page;
use super::super::{Done, Exit, Place};
use super::{outcome, record_lines};
use crate::app::parse::{NumberFormat, parse_value};
use crate::app::view::Lens;
use crate::app::{Command, NewReading, Refusal, Session};
use crate::domain::period::Date;
use crate::domain::quantity::Value;
use crate::domain::reading::DecisionKind;

const EXAMPLES: &str = "\
Examples:
  sixtwo record HR-2 38                            the oldest expected period without a reading
  sixtwo record IT-2 45/47 --period 2026-10 --meaning \"four fixes wait on old hosts\" --decision act
  sixtwo record HR-2 41 --period 2026-08 --reason \"two leavers missing from the export\"
  sixtwo record SEC-4 --criterion 2 --done 2026-10-30 --evidence tickets/4711
  sixtwo record SEC-4 --checkin --note \"pilot runs\"
  sixtwo record OPS-1 --not-measured \"no test window\" --period 2026-Q3
  printf 'HR-2 38\\nIT-2 45/47 2026-10\\n' | sixtwo record -

Lines from stdin are `CODE VALUE [PERIOD]`, `CODE,VALUE,PERIOD`, or csv under a header line that starts with `code`.
Each is answered once it is on disk; a line that is refused is named and the others are recorded (exit code 1).";

/// Words of `record`.
#[derive(Args, Clone, Debug, Default)]
#[command(after_help = EXAMPLES)]
pub struct RecordArgs {
    /// Code of the objective, or `-` for lines from stdin
    #[arg(value_name = "CODE")]
    pub code: String,
    /// The value: `95.7` or `45/47`
    #[arg(value_name = "VALUE", allow_negative_numbers = true)]
    #[arg(conflicts_with_all = ["criterion", "checkin", "not_measured"])]
    pub value: Option<String>,
    /// A date inside the period, or its name: 2026-10, 2026-Q3, "FY2026-27 Q3"
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// What the value means, in one line
    #[arg(long, value_name = "TEXT")]
    pub meaning: Option<String>,
    /// continue, act, escalate, retarget, extend, retire, accept
    #[arg(long, value_name = "DECISION", value_parser = decision)]
    pub decision: Option<DecisionKind>,
    /// Where it comes from; else the metric's data source
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// Who reported it; else the collector
    #[arg(long, value_name = "NAME")]
    pub reported_by: Option<String>,
    /// When it was reported; else today
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub reported_on: Option<Date>,
    /// What shows it: text, path or URL
    #[arg(long, value_name = "TEXT")]
    pub evidence: Option<String>,
    /// Why an earlier entry is corrected
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Number of the criterion that is fulfilled, from 1
    #[arg(long, value_name = "N", conflicts_with_all = ["checkin", "not_measured"])]
    pub criterion: Option<u32>,
    /// The day it was fulfilled; else today
    #[arg(long, value_name = "DATE", value_parser = iso_date, requires = "criterion")]
    pub done: Option<Date>,
    /// Somebody looked at a milestone
    #[arg(long, conflicts_with = "not_measured")]
    pub checkin: bool,
    /// The day of the check-in; else today
    #[arg(long, value_name = "DATE", value_parser = iso_date, requires = "checkin")]
    pub on: Option<Date>,
    /// Where it stands
    #[arg(long, value_name = "TEXT", requires = "checkin")]
    pub note: Option<String>,
    /// Why a period was not measured; it stays missing
    #[arg(long, value_name = "REASON")]
    pub not_measured: Option<String>,
    /// What was done as an object; from stdin one object per line
    #[arg(long)]
    pub json: bool,
}

/// A decision by its word.
pub fn decision(text: &str) -> Result<DecisionKind, String> {
    let words = || DecisionKind::ALL.iter().map(|d| d.word()).collect::<Vec<_>>().join(", ");
    DecisionKind::from_word(text).ok_or_else(|| format!("one of {}", words()))
}

/// Records one thing, or each line of stdin.
pub fn run(args: &RecordArgs, place: &Place, page: &mut Page) -> Done {
    let form = Form::of(args)?;
    let mut session = place.open()?;
    if form == Form::Lines {
        return record_lines::run(&mut session, std::io::stdin().lock(), args.json, page);
    }
    let command = form.command(args, &mut session)?;
    let done = session.run(command)?;
    outcome::print(&done, args.json, page)?;
    Ok(Exit::Fine)
}

/// Which of its forms a call takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Lines,
    Reading,
    Criterion(u32),
    CheckIn,
    NotMeasured,
}

impl Form {
    fn of(args: &RecordArgs) -> Result<Form, Refusal> {
        let form = match (args.criterion, args.checkin, &args.not_measured) {
            (Some(number), ..) => Form::Criterion(number),
            (_, true, _) => Form::CheckIn,
            (_, _, Some(_)) => Form::NotMeasured,
            _ if args.code == "-" && args.value.is_none() => Form::Lines,
            _ if args.value.is_some() => Form::Reading,
            _ => {
                return Err(outcome::usage(format!("`record {}` says no value", args.code))
                    .next("add the value, or --criterion, --checkin, --not-measured"));
            }
        };
        if form == Form::Lines && args.says_more() {
            return Err(outcome::usage("`record -` takes everything from its lines")
                .next("give meaning, decision and the rest as csv columns"));
        }
        Ok(form)
    }

    fn command(self, args: &RecordArgs, session: &mut Session) -> Result<Command, Refusal> {
        let today = session.env().clock.now().today;
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        Ok(match self {
            Form::Criterion(number) => Command::FulfilCriterion {
                code: args.code.clone(),
                number,
                done: args.done.unwrap_or(today),
                evidence: said(&args.evidence),
            },
            Form::CheckIn => {
                Command::CheckIn { code: args.code.clone(), on: args.on.unwrap_or(today), note: said(&args.note) }
            }
            Form::NotMeasured => Command::NotMeasured {
                code: args.code.clone(),
                period: said(&args.period),
                reason: said(&args.not_measured),
            },
            Form::Reading | Form::Lines => Command::RecordReading(Box::new(NewReading {
                code: args.code.clone(),
                base: None,
                period: said(&args.period),
                value: Some(value_for(session, &args.code, &said(&args.value))?),
                reported_by: said(&args.reported_by),
                reported_on: args.reported_on,
                source: said(&args.source),
                evidence: said(&args.evidence),
                meaning: said(&args.meaning),
                decision: args.decision,
                reason: said(&args.reason),
            })),
        })
    }
}

impl RecordArgs {
    fn says_more(&self) -> bool {
        let texts = [&self.period, &self.meaning, &self.source, &self.reported_by, &self.evidence, &self.reason];
        texts.iter().any(|text| text.is_some()) || self.decision.is_some() || self.reported_on.is_some()
    }
}

/// A value as typed. Strict decimals need nothing else; a unit behind the number must be the metric's own.
pub fn value_for(session: &mut Session, code: &str, text: &str) -> Result<Value, Refusal> {
    if let Ok(value) = text.trim().parse() {
        return Ok(value);
    }
    let unit = session.dossier(code, Lens::default())?.row.objective.definition.unit;
    parse_value(text, &unit, NumberFormat::Unstated).map_err(|problem| Refusal::field("value", problem.to_string()))
}
