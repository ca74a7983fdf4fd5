//! `review`: meetings on the shell: the calendar, what is prepared, what was said; answering belongs to the screen.

mod print;
mod words;

use clap::{Args, Subcommand};

use self::words::Kind;
use super::super::args::{LensArgs, iso_date};
use super::super::page::Page;
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::Command;
use crate::app::meeting::MeetingCommand;
use crate::domain::period::Date;
use crate::domain::review::AgendaTopic;

const EXAMPLES: &str = "\
Examples:
  sixtwo review calendar
  sixtwo review plan management 2027-01-14 --host \"Board meeting\"
  sixtwo review note 4 b \"a second site in Lund from March\"
  sixtwo review prepare 4 HR-2 --cause \"contractors are not in the feed\" --wanted \"who pays for the interface\"
  sixtwo review show 4
  sixtwo review open 4 --here \"M. Berg, R. Okafor\"
  sixtwo review conclude 4 --no-change \"the risk assessment brought no new top risk\"
  sixtwo review close 4 --next 2027-04-15

Answers are given in the full screen: `R` there resumes a running meeting.";

/// Words of `review`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ReviewArgs {
    /// What to do.
    #[command(subcommand)]
    pub verb: ReviewVerb,
}

/// What to do with meetings.
#[derive(Debug, Subcommand)]
pub enum ReviewVerb {
    /// List the meetings, newest first
    List {
        /// An array, one object per meeting
        #[arg(long)]
        json: bool,
    },
    /// Show a meeting: what is prepared, what was said, or its frozen minutes
    Show {
        /// Its number
        number: i64,
        /// The meeting as an object
        #[arg(long)]
        json: bool,
    },
    /// Show what was held, what is planned and what is overdue
    Calendar {
        /// From where to look.
        #[command(flatten)]
        lens: LensArgs,
        /// An array, one object per kind of meeting
        #[arg(long)]
        json: bool,
    },
    /// Show values of closed minutes that are others now
    Corrections {
        /// An array, one object per corrected reading
        #[arg(long)]
        json: bool,
    },
    /// Put a meeting in the calendar, so that texts can be prepared for it
    Plan {
        /// What kind
        kind: Kind,
        /// The day
        #[arg(value_name = "DATE", value_parser = iso_date)]
        date: Date,
        /// The meeting it is a part of
        #[arg(long, value_name = "MEETING", default_value = "")]
        host: String,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Take a planned meeting out of the calendar
    Cancel {
        /// Its number
        number: i64,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Change the day, the host or the risk assessment of a meeting that is not closed
    Describe {
        /// Its number
        number: i64,
        /// Another day, while it is only planned
        #[arg(long, value_name = "DATE", value_parser = iso_date)]
        date: Option<Date>,
        /// The meeting it is a part of; an empty text takes it away
        #[arg(long, value_name = "MEETING")]
        host: Option<String>,
        /// The risk assessment it considers; an empty text takes it away
        #[arg(long, value_name = "NAME")]
        assessment: Option<String>,
        /// The day of that assessment
        #[arg(long, value_name = "DATE", value_parser = iso_date, requires = "assessment")]
        assessed_on: Option<Date>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Say something on a point of the agenda of clause 9.3.2; an empty text takes it back
    Note {
        /// The meeting
        number: i64,
        /// The point: a, b, c, d1, d2, d3, d4, e, f, g
        #[arg(value_parser = words::topic)]
        topic: AgendaTopic,
        /// In words
        text: String,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Prepare an objective that lags: cause, options, the decision wanted
    Prepare {
        /// The meeting
        number: i64,
        /// Code of the objective
        code: String,
        /// Why it lags
        #[arg(long, value_name = "TEXT")]
        cause: Option<String>,
        /// What could be done
        #[arg(long, value_name = "TEXT")]
        options: Option<String>,
        /// The decision wanted
        #[arg(long, value_name = "TEXT")]
        wanted: Option<String>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Begin a planned meeting today
    Open {
        /// Its number
        number: i64,
        /// Who is here, separated by commas
        #[arg(long, value_name = "NAMES", value_delimiter = ',', required = true)]
        here: Vec<String>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Say in a running meeting whether a decision stands after a correction
    Answer {
        /// The running meeting
        number: i64,
        /// Code of the objective
        code: String,
        /// The day measured of the corrected reading, as `review corrections` shows it
        #[arg(value_name = "DATE", value_parser = iso_date)]
        measured_on: Date,
        /// Whether the decision stands
        stands: words::Stands,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Say what a meeting changes in the list, or why nothing has to change
    Conclude {
        /// The running meeting
        number: i64,
        /// What changes
        #[arg(long, value_name = "TEXT", conflicts_with = "no_change", required_unless_present = "no_change")]
        refresh: Option<String>,
        /// Why nothing has to change
        #[arg(long, value_name = "TEXT")]
        no_change: Option<String>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Close a meeting: its minutes are frozen and written beside the register
    Close {
        /// The running meeting
        number: i64,
        /// The day of the next one
        #[arg(long, value_name = "DATE", value_parser = iso_date)]
        next: Option<Date>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
}

/// Lists, shows, plans, prepares, opens or closes.
pub fn run(args: &ReviewArgs, place: &Place, page: &mut Page) -> Done {
    use MeetingCommand as M;
    use ReviewVerb as V;
    let (command, as_json) = match &args.verb {
        V::List { json } => return print::list(&mut place.open_to_read()?, *json, page),
        V::Show { number, json } => return print::one(&mut place.open_to_read()?, *number, *json, page),
        V::Calendar { lens, json } => return print::calendar(&mut place.open_to_read()?, lens.lens(), *json, page),
        V::Corrections { json } => return print::corrections(&mut place.open_to_read()?, *json, page),
        V::Prepare { number, code, cause, options, wanted, json } => {
            let mut session = place.open()?;
            let written = session.prepared(*number, code)?;
            let said = |new: &Option<String>, old: &String| new.as_ref().unwrap_or(old).clone();
            let command = M::Prepare {
                review: *number,
                code: code.clone(),
                cause: said(cause, &written.cause),
                options: said(options, &written.options),
                wanted: said(wanted, &written.wanted),
            };
            let done = session.run(Command::Meetings(command))?;
            outcome::print(&done, *json, page)?;
            return Ok(Exit::Fine);
        }
        V::Open { number, here, json } => {
            let mut session = place.open()?;
            let date = session.env().clock.now().today;
            let command = M::Open { review: *number, date, attendees: here.clone() };
            let done = session.run(Command::Meetings(command))?;
            outcome::print(&done, *json, page)?;
            return Ok(Exit::Fine);
        }
        V::Close { number, next, json } => (Command::CloseReview { review: *number, next_date: *next }, *json),
        V::Plan { kind, date, host, json } => {
            (Command::Meetings(M::Plan { kind: (*kind).into(), date: *date, host: host.clone() }), *json)
        }
        V::Cancel { number, json } => (Command::Meetings(M::Cancel { review: *number }), *json),
        V::Describe { number, date, host, assessment, assessed_on, json } => {
            let assessment = assessment.as_ref().map(|name| (name.clone(), *assessed_on));
            let host = host.clone();
            (Command::Meetings(M::Describe { review: *number, date: *date, host, assessment }), *json)
        }
        V::Note { number, topic, text, json } => {
            (Command::Meetings(M::Note { review: *number, topic: *topic, text: text.clone() }), *json)
        }
        V::Answer { number, code, measured_on, stands, reason, json } => {
            let command = M::AnswerCorrection {
                review: *number,
                code: code.clone(),
                measured_on: *measured_on,
                stands: stands.is_yes(),
                reason: reason.clone(),
            };
            (Command::Meetings(command), *json)
        }
        V::Conclude { number, refresh, no_change, json } => {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let (refresh, no_change) = (text(refresh), text(no_change));
            (Command::Meetings(M::Conclude { review: *number, refresh, no_change }), *json)
        }
    };
    let done = place.open()?.run(command)?;
    outcome::print(&done, as_json, page)?;
    Ok(Exit::Fine)
}
