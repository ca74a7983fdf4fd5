//! What one function, person or role pursues, reports and owes: the facts of its page.

use super::period::Date;
use super::probe::Page;
use super::reply::Asked;
use super::snapshot::FrozenObjective;
use super::status::Status;

/// The facts of a page.
#[derive(Clone, Debug)]
pub struct Briefing {
    /// Whose page it is, and what is asked of them.
    pub asked: Asked,
    /// What the page can be checked against: `state 1482 · 7f3a 90c1`.
    pub state: String,
    /// Of a function who works there, of a person the roles held, of a role who holds it.
    pub people: Vec<String>,
    /// The objectives, what needs attention first.
    pub pursued: Vec<Pursued>,
    /// Objectives of others whose figures come from here: code, title, status.
    pub reported: Vec<(String, String, Status)>,
    /// The next meeting that looks at them.
    pub next_review: Option<Date>,
}

/// An objective of a page.
#[derive(Clone, Debug)]
pub struct Pursued {
    /// Its figures.
    pub frozen: FrozenObjective,
    /// Its facts in words.
    pub page: Page,
    /// Who is to be told what, one line each.
    pub tell: Vec<String>,
}
