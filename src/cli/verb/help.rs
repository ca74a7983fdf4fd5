//! `help`: the program or one verb, with examples.

use clap::{Args, CommandFactory};

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

/// Prints the help.
pub fn run(args: &HelpArgs, page: &mut Page) -> Done {
    let mut root = Cli::command();
    root.build();
    let mut command = &mut root;
    for name in &args.verbs {
        command = command
            .find_subcommand_mut(name)
            .ok_or_else(|| usage(format!("there is no verb `{name}`")).next("`sixtwo help` lists them"))?;
    }
    page.line(&command.render_help().to_string())?;
    Ok(Exit::Fine)
}
