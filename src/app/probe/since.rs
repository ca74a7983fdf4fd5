//! What was decided, and what happened since: the reading after it, the action done or not.

use super::{Around, written};
use crate::domain::followed::followed;
use crate::domain::probe::{Element, Line};
use crate::domain::reading::DecisionKind;
use crate::domain::review::{Decision, Review, ReviewKind, acceptance};
use crate::domain::status::Status;
use crate::domain::words;

/// How many decisions are told one by one; to go on as before is only counted, and the history holds all.
const TOLD: usize = 4;

pub(super) fn decided(around: &Around) -> Element {
    let dossier = &around.dossier;
    let weighty = |decision: &&Decision| decision.kind != DecisionKind::Continue || !decision.text.trim().is_empty();
    let chosen: Vec<&Decision> = dossier.decisions.iter().filter(weighty).take(TOLD).collect();
    let more = dossier.decisions.len() - chosen.len();
    let mut lines: Vec<Line> = chosen.into_iter().flat_map(|decision| told(decision, around)).collect();
    match (lines.is_empty(), more) {
        (_, 0) => {}
        (true, n) => lines.push(Line::fact(format!("continue, {}", words::counted(n, "time", "times")))),
        (false, n) => {
            let all = dossier.decisions.iter().filter(|decision| !weighty(decision)).count();
            let on = if all == n {
                format!("continue, {}", words::counted(n, "time", "times"))
            } else {
                format!("{n} more, in the history")
            };
            lines.push(Line::note(on).about("and"));
        }
    }
    if lines.is_empty() {
        let asks = matches!(dossier.row.judgement.status, Status::OffTrack | Status::Missed | Status::AtRisk);
        let said = "no decision is on record";
        lines.push(if asks { Line::missing(said) } else { Line::fact(said) });
    }
    Element::new("We decided", "What did you do about it?", "9.3, 10", lines)
}

fn told(decision: &Decision, around: &Around) -> Vec<Line> {
    let dossier = &around.dossier;
    let text = written(&decision.text).map(|text| format!(": {text}")).unwrap_or_default();
    let until = decision.until.map(|day| format!(", until {}", words::day(day))).unwrap_or_default();
    let standing =
        acceptance(&dossier.decisions, dossier.as_of).filter(|_| dossier.decisions.first() == Some(decision));
    let left = standing.map(|accepted| format!(", {}", accepted.countdown())).unwrap_or_default();
    let approver = written(&decision.approver).map(|name| format!(", approved by {name}")).unwrap_or_default();
    let meeting = around.reviews.iter().find(|review| Some(review.number) == decision.review);
    let place = meeting.map(|review| format!(" ({})", name(review))).unwrap_or_default();
    let said = format!("{}{until}{left}{approver}{text}{place}", words::decision(decision.kind));
    let since = followed(
        decision,
        &dossier.row.objective,
        dossier.rules.calendar,
        &dossier.standings,
        &dossier.actions,
        dossier.as_of,
    );
    let fact = Line { by: decision.by.trim().to_owned(), ..Line::fact(said) }.about(words::day(decision.on));
    let after = (!since.is_empty()).then(|| Line::note(since.join("; ")).about("since then"));
    [fact].into_iter().chain(after).collect()
}

fn name(review: &Review) -> String {
    match review.kind {
        ReviewKind::Management => format!("management review {}", review.number),
        ReviewKind::Objectives | ReviewKind::AdHoc => format!("review {}", review.number),
    }
}
