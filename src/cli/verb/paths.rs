//! `paths`: where register and config lie, and who works.

use std::path::Path;

use clap::Args;
use serde_json::json;

use super::super::page::Page;
use super::super::page::json::SCHEMA;
use super::super::place::default_register;
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
    let config = place.config.path.as_deref().map(shown);
    let usual = shown(&default_register());
    if args.json {
        page.json(&json!({
            "schema": SCHEMA,
            "register": shown(&place.register),
            "register_exists": place.register.exists(),
            "usual_register": usual,
            "config": config,
            "config_exists": place.config.exists,
            "actor": place.actor(),
        }))?;
        return Ok(Exit::Fine);
    }
    let there = |is_there: bool| if is_there { "" } else { "  (not there yet)" };
    page.line(&format!("register  {}{}", one_line(&shown(&place.register)), there(place.register.exists())))?;
    if place.register != default_register() {
        page.line(&format!("usually   {}", one_line(&usual)))?;
    }
    if let Some(path) = &config {
        page.line(&format!("config    {}{}", one_line(path), there(place.config.exists)))?;
    }
    page.line(&format!("actor     {}", one_line(place.actor())))?;
    Ok(Exit::Fine)
}
