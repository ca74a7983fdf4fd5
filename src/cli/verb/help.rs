//! `help`: the program or one verb, with examples.

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser};

use super::super::args::Cli;
use super::super::page::Page;
use super::super::{Done, Exit};
use super::outcome::usage;

/// Words of `help`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo help\n  sixtwo help record\n  sixtwo help settings set")]
pub struct HelpArgs {
    /// A verb, and where it has them, one of its own
    #[arg(value_name = "VERB")]
    pub verbs: Vec<String>,
}

/// Prints the same words as `sixtwo VERB --help`.
pub fn run(args: &HelpArgs, page: &mut Page) -> Done {
    let words = ["sixtwo"].into_iter().chain(args.verbs.iter().map(String::as_str)).chain(["--help"]);
    match Cli::try_parse_from(words) {
        Err(answer) if answer.kind() == ErrorKind::DisplayHelp && names_verbs(&args.verbs) => {
            page.line(&answer.render().to_string())?;
            Ok(Exit::Fine)
        }
        _ => Err(usage(format!("there is no verb `{}`", args.verbs.join(" "))).next("`sixtwo help` lists them").into()),
    }
}

/// Whether each word is a verb of the one before it: a register's name is no topic.
fn names_verbs(words: &[String]) -> bool {
    let root = Cli::command();
    words.iter().try_fold(&root, |command, word| command.find_subcommand(word)).is_some()
}
