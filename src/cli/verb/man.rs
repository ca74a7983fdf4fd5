//! `man`: the manual page, from the words of the command line and the table of keys.

use std::collections::BTreeMap;
use std::io;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::super::args::Cli;
use super::super::config::SETTINGS;
use super::super::page::Page;
use super::super::{Done, Exit, Face};
use super::keys::KeyLine;
use super::outcome::usage;
use crate::app::manual::TOPICS;

/// Words of `man`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo man > ~/.local/share/man/man1/sixtwo.1\n  sixtwo man | man -l -\n  \
    sixtwo man record > ~/.local/share/man/man1/sixtwo-record.1")]
pub struct ManArgs {
    /// A verb; without one, the program with its verbs, keys, files and variables
    #[arg(value_name = "VERB")]
    pub verb: Option<String>,
}

/// Writes the page to stdout.
pub fn run(args: &ManArgs, face: &Face, page: &mut Page) -> Done {
    let mut root = Cli::command();
    root.build();
    let text = match &args.verb {
        None => program(root, &(face.keys)(&BTreeMap::new()))?,
        Some(verb) => match root.find_subcommand(verb) {
            Some(command) => of_verb(command)?,
            None => return Err(usage(format!("there is no verb `{verb}`")).next("`sixtwo help` lists them").into()),
        },
    };
    page.bytes(&text)?;
    Ok(Exit::Fine)
}

fn of_verb(command: &Command) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    let name = command.get_bin_name().unwrap_or_default().replace(' ', "-");
    Man::new(command.clone()).title(name.to_uppercase()).render(&mut text)?;
    Ok(text)
}

fn program(command: Command, keys: &[KeyLine]) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    let man = Man::new(command);
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    man.render_description_section(&mut text)?;
    man.render_options_section(&mut text)?;
    man.render_subcommands_section(&mut text)?;
    of_keys(keys).to_writer(&mut text)?;
    of_settings().to_writer(&mut text)?;
    of_files().to_writer(&mut text)?;
    man.render_extra_section(&mut text)?;
    man.render_version_section(&mut text)?;
    Ok(text)
}

fn of_keys(keys: &[KeyLine]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    roff.text([roman(
        "The keys of the full screen. A config file may change them; sixtwo keys shows them as they are.",
    )]);
    let mut place = "";
    for line in keys {
        if line.place != place {
            roff.control("SS", [line.place.as_str()]);
            place = &line.place;
        }
        roff.control("TP", ["18"]);
        roff.text([bold(&line.keys)]);
        roff.text([roman(format!("{} ({})", line.does, line.action))]);
    }
    roff
}

fn of_settings() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["CONFIG FILE"]);
    roff.text([roman("sixtwo config init prints a file with every setting explained, sixtwo config check says what of a file cannot be used, sixtwo config show what counts.")]);
    for setting in SETTINGS {
        roff.control("TP", ["18"]);
        roff.text([bold(setting.name)]);
        roff.text([roman(setting.meaning)]);
    }
    roff.control("TP", ["18"]);
    roff.text([bold("[keys]")]);
    roff.text([roman(
        "Other keys, by the name of an action: record = [\"m\", \"F5\"], quit = \"none\"; below [keys.home] only there",
    )]);
    roff
}

fn of_files() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["FILES"]);
    roff.text([roman("sixtwo paths names the register and the config file of this machine. The config file is sixtwo/config.toml below XDG_CONFIG_HOME, else where the system keeps such files.")]);
    roff.control("SH", ["ENVIRONMENT"]);
    let variables = [
        ("SIXTWO_FILE", "The register, where -f names none"),
        ("SIXTWO_CONFIG", "The config file, where --config names none"),
        ("SIXTWO_NOW", "The moment taken for now, as 2026-11-23T10:00:00; for tests and scripts"),
        ("NO_COLOR", "No colours, where neither --color nor the config file says anything"),
        ("VISUAL, EDITOR", "The editor for long texts"),
    ];
    for (name, meaning) in variables {
        roff.control("TP", ["18"]);
        roff.text([bold(name)]);
        roff.text([roman(meaning)]);
    }
    roff.control("SH", ["SEE ALSO"]);
    let topics: Vec<String> = TOPICS.iter().map(|topic| format!("sixtwo help {}", topic.name)).collect();
    roff.text([roman(topics.join(", "))]);
    roff
}
