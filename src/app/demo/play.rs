//! Plays one scene of the sample through the commands every face uses.

use super::script::{Act, Scene};
use super::world::unreadable;
use super::{clause, meeting};
use crate::app::Command;
use crate::app::meeting::MeetingCommand;
use crate::app::refusal::Refusal;
use crate::app::session::Session;
use crate::app::view::Lens;
use crate::domain::period::Date;

/// Does what a scene says. Returns how many entries it made beyond the first.
pub(super) fn play(session: &mut Session, scene: &Scene, today: Date) -> Result<i64, Refusal> {
    match &scene.act {
        Act::Do(command) => {
            session.run(command.clone())?;
            Ok(0)
        }
        Act::Edit { code, definition, reason } => {
            let base = session.dossier(code, Lens::default())?.row.changed_seq;
            let (code, definition, reason) = (code.clone(), definition.clone(), reason.clone());
            session.run(Command::EditObjective { code, base, definition, reason, cause: None, series: None })?;
            Ok(0)
        }
        Act::Finish { code, text, evidence } => finish(session, code, text, evidence, scene.on),
        Act::Walk(walk) => clause::walk(session, walk),
        Act::Check { code, text, note } => {
            let (id, note) = (action(session, code, text)?, note.clone());
            session.run(Command::Meetings(MeetingCommand::CheckAction { id, on: scene.on, helped: true, note }))?;
            Ok(0)
        }
        Act::Plan(review) => meeting::plan(session, review, today),
        Act::Prepare(review) => meeting::prepare(session, review, today),
        Act::Meet(review) => meeting::meet(session, review, scene.on, today),
    }
}

fn finish(session: &mut Session, code: &str, text: &str, evidence: &str, done: Date) -> Result<i64, Refusal> {
    let id = action(session, code, text)?;
    session.run(Command::CompleteAction { id, done, evidence: evidence.to_owned() })?;
    Ok(0)
}

/// The number of the action with a text.
fn action(session: &mut Session, code: &str, text: &str) -> Result<i64, Refusal> {
    let actions = session.dossier(code, Lens::default())?.actions;
    actions.iter().find(|action| action.text == text).map(|action| action.id).ok_or_else(|| unreadable(code, &text))
}
