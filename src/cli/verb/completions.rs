//! `completions`: what a shell needs to complete verbs and words.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::super::args::Cli;
use super::super::page::Page;
use super::super::{Done, Exit};

/// Words of `completions`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo completions bash > ~/.local/share/bash-completion/completions/sixtwo\n  \
    sixtwo completions zsh > ~/.zfunc/_sixtwo\n  \
    sixtwo completions fish > ~/.config/fish/completions/sixtwo.fish\n  \
    sixtwo completions powershell >> $PROFILE\n  \
    sixtwo completions elvish >> ~/.config/elvish/rc.elv")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

/// Writes them to stdout.
pub fn run(args: &CompletionsArgs, page: &mut Page) -> Done {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "sixtwo", &mut script);
    page.bytes(&script)?;
    Ok(Exit::Fine)
}
