//! The status: the first page of the pack alone, for the monthly mail. It follows the register, so it names the state it
//! was made from instead of a snapshot.

use super::document::{Document, House};
use super::pack::{Frozen, dashboard, phrases, since};

/// The page of a register, compared with the newest snapshot taken before.
pub fn document(live: &Frozen) -> Document {
    let snapshot = live.snapshot;
    let title = "Status of the information security objectives";
    let state = phrases::state(snapshot.seq, &snapshot.head);
    let mut identity = vec![snapshot.fiscal_year.clone(), format!("as known on {}", phrases::day(snapshot.as_of))];
    identity.extend(snapshot.edition.map(|edition| format!("edition {edition}")));
    identity.extend(snapshot.next_review.map(|next| format!("next review {}", phrases::day(next))));
    identity.push(state.clone());
    if snapshot.demo {
        identity.push("DEMO: invented data".to_owned());
    }
    Document {
        title: title.to_owned(),
        organization: snapshot.organization.clone(),
        identity,
        as_of: snapshot.as_of,
        house: House::default(),
        foot: format!("{title}, as known on {}, {state}", phrases::day(snapshot.as_of)),
        parts: vec![dashboard::part(snapshot, since::line(live, live.changes().as_ref()), dashboard::More::Nowhere)],
    }
}
