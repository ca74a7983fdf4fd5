//! `paths`: where register and config lie.

use std::path::Path;

use clap::Args;
use serde_json::json;

use super::super::page::Page;
use super::super::page::json::SCHEMA;
use super::super::{Done, Exit, Place};
use crate::domain::text::one_line;

/// Words of `paths`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo paths\n  sixtwo paths --json")]
pub struct PathsArgs {
    /// An object
    #[arg(long)]
    pub json: bool,
}

/// Shows the places.
pub fn run(args: &PathsArgs, place: &Place, page: &mut Page) -> Done {
    let shown = |path: &Path| path.display().to_string();
    let config = place.config.as_deref().map(shown);
    if args.json {
        let register = shown(&place.register);
        page.json(&json!({"schema": SCHEMA, "register": register, "config": config, "actor": place.actor()}))?;
        return Ok(Exit::Fine);
    }
    let there = |path: &Path| if path.exists() { "" } else { "  (not there yet)" };
    page.line(&format!("register  {}{}", one_line(&shown(&place.register)), there(&place.register)))?;
    if let Some(path) = &place.config {
        page.line(&format!("config    {}{}", one_line(&shown(path)), there(path)))?;
    }
    page.line(&format!("actor     {}", one_line(place.actor())))?;
    Ok(Exit::Fine)
}
