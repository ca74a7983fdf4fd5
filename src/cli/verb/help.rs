//! `help`: the program, one verb, or a page of the manual.

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser};

use super::super::args::Cli;
use super::super::page::Page;
use super::super::page::manual;
use super::super::{Done, Exit};
use super::outcome::usage;
use crate::app::manual::{TOPICS, Topic};
use crate::domain::near::near;

/// Words of `help`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo help\n  sixtwo help record\n  sixtwo help settings set\n  \
    sixtwo help month      a page of the manual; `sixtwo help topics` lists them")]
pub struct HelpArgs {
    /// A verb, and where it has them, one of its own; a page of the manual; `topics`
    #[arg(value_name = "TOPIC")]
    pub words: Vec<String>,
}

/// Prints the same words as `sixtwo VERB --help`, or the page.
pub fn run(args: &HelpArgs, page: &mut Page) -> Done {
    match args.words.as_slice() {
        [word] if word == "topics" => topics(page),
        [word] if Topic::named(word).is_some() => match Topic::named(word) {
            Some(topic) => manual::print(topic, page),
            None => topics(page),
        },
        words => of_verb(words, page),
    }
}

fn topics(page: &mut Page) -> Done {
    page.line("Pages of the manual:")?;
    for topic in TOPICS {
        page.line(&format!("  {:<12} {}", topic.name, topic.title()))?;
    }
    Ok(Exit::Fine)
}

fn of_verb(verbs: &[String], page: &mut Page) -> Done {
    let words = ["sixtwo"].into_iter().chain(verbs.iter().map(String::as_str)).chain(["--help"]);
    match Cli::try_parse_from(words) {
        Err(answer) if answer.kind() == ErrorKind::DisplayHelp && names_verbs(verbs) => {
            page.line(&answer.render().to_string())?;
            Ok(Exit::Fine)
        }
        _ => {
            let said = verbs.join(" ");
            let next = match nearest(&said) {
                Some(word) => format!("did you mean `sixtwo help {word}`"),
                None => "`sixtwo help` lists the verbs, `sixtwo help topics` the pages".to_owned(),
            };
            Err(usage(format!("there is no verb and no page `{said}`")).next(next).into())
        }
    }
}

/// The verb or page a person may have meant.
fn nearest(said: &str) -> Option<String> {
    let root = Cli::command();
    let known = root.get_subcommands().map(|command| command.get_name()).chain(TOPICS.iter().map(|topic| topic.name));
    near(said, known).first().map(|word| (*word).to_owned())
}

/// Whether each word is a verb of the one before it: a register's name is no topic.
fn names_verbs(words: &[String]) -> bool {
    let root = Cli::command();
    words.iter().try_fold(&root, |command, word| command.find_subcommand(word)).is_some()
}
