//! `config`: what the config file says, what counts, and a file to begin with.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::super::config::{Effective, Origin};
use super::super::page::Page;
use super::super::page::json::SCHEMA;
use super::super::page::table::{Column, Table};
use super::super::{Done, Exit, Face, Place};
use crate::app::{Refusal, RefusalKind};
use crate::domain::text::one_line;
use crate::domain::words::counted;

/// The documented file a person begins with.
pub const SAMPLE: &str = include_str!("../../../assets/config.toml");

/// Words of `config`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo config init > ~/.config/sixtwo/config.toml\n  \
    sixtwo config check\n  sixtwo --theme dark config show")]
pub struct ConfigArgs {
    /// What to do.
    #[command(subcommand)]
    pub what: What,
}

/// What is done with the config file.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Say what of the file cannot be used, with line and column (exit code 1)
    Check,
    /// Show every setting that counts and where it came from
    Show {
        /// An array, one object per setting
        #[arg(long)]
        json: bool,
    },
    /// Print a file to begin with: every setting, explained, as the program has it
    Init,
}

/// Does it.
pub fn run(args: &ConfigArgs, place: &Place, face: &Face, page: &mut Page) -> Done {
    match args.what {
        What::Check => check(place, face, page),
        What::Show { json } => {
            place.say_problems();
            show(json, place, face, page)
        }
        What::Init => {
            page.bytes(SAMPLE.as_bytes())?;
            Ok(Exit::Fine)
        }
    }
}

fn check(place: &Place, face: &Face, page: &mut Page) -> Done {
    let config = &place.config;
    let Some(path) = config.path.as_deref().filter(|_| config.exists) else {
        let path = config.path.as_deref().map(|path| path.display().to_string()).unwrap_or_default();
        page.line(&format!("there is no config file {}; everything is as the program has it", one_line(&path)))?;
        return Ok(Exit::Fine);
    };
    let problems = config.every_problem(face.refuses);
    if problems.is_empty() {
        page.line(&format!("{} can be used as it stands", one_line(&path.display().to_string())))?;
        return Ok(Exit::Fine);
    }
    for problem in &problems {
        page.line(&problem.picture(path))?;
    }
    let found =
        counted(problems.len(), "line of the config file cannot be used", "lines of the config file cannot be used");
    Err(Refusal::new(RefusalKind::Invalid, found).next("what stands there is left aside until it is changed").into())
}

fn show(as_json: bool, place: &Place, face: &Face, page: &mut Page) -> Done {
    let rows = rows(place, face);
    if as_json {
        let object = |(name, value, origin): &(String, String, String)| json!({"schema": SCHEMA, "name": name, "value": value, "from": origin});
        page.json(&Value::Array(rows.iter().map(object).collect()))?;
        return Ok(Exit::Fine);
    }
    let mut table = Table::new([Column::text("setting"), Column::text("value"), Column::prose("from")]);
    for (name, value, origin) in &rows {
        table.row([name.as_str().into(), value.as_str().into(), origin.as_str().into()]);
    }
    table.print(page)?;
    Ok(Exit::Fine)
}

/// Every setting that counts, then the keys the file changes: name, value, where it came from.
pub fn rows(place: &Place, face: &Face) -> Vec<(String, String, String)> {
    let path = place.config.path.as_deref().map(|path| one_line(&path.display().to_string()).into_owned());
    let path = path.unwrap_or_default();
    let from = |effective: &Effective| match &effective.origin {
        Origin::Default if effective.setting.name == "actor" => "the user of the system".to_owned(),
        Origin::Default => "default".to_owned(),
        Origin::Variable(name) => (*name).to_owned(),
        Origin::File(line) => format!("{path}:{line}"),
        Origin::Flag(flag) => (*flag).to_owned(),
    };
    let value = |effective: &Effective| match effective.setting.name {
        "actor" => one_line(place.actor()).into_owned(),
        _ => one_line(&effective.value).into_owned(),
    };
    let settings = place.preferred.settings.iter();
    let mut rows: Vec<_> =
        settings.map(|effective| (effective.setting.name.to_owned(), value(effective), from(effective))).collect();
    let refused = (face.refuses)(&place.config.keys);
    for (name, keys) in place.config.keys.iter().filter(|(name, _)| refused.iter().all(|(other, _)| other != *name)) {
        let line = place.config.line_of_keys(name);
        rows.push((
            one_line(&format!("keys.{name}")).into_owned(),
            one_line(&keys.join(" ")).into_owned(),
            format!("{path}:{line}"),
        ));
    }
    rows
}
