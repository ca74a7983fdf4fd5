//! Which approval a version in force rests on: its own, that of later wording, or that of an edition.

use super::evidence::Subject;
use super::index::Index;
use crate::domain::approval::standing_version;
use crate::domain::period::Date;
use crate::domain::version::Version;

/// The version whose approval and communication count.
pub(super) struct Standing<'a> {
    /// The newest version that changed what needs approval; later wording was pre-authorised.
    pub version: &'a Version,
    /// Its approval; `None` where nobody approved it.
    pub approval: Option<Approval<'a>>,
}

/// One approval.
pub(super) struct Approval<'a> {
    /// The day.
    pub on: Date,
    /// The body or person.
    pub body: &'a str,
    /// Who sat in it.
    pub people: Vec<&'a str>,
}

/// What an objective in force rests on; `None` where none of its versions is in force.
pub(super) fn standing<'a>(index: &Index<'a>, subject: &'a Subject) -> Option<Standing<'a>> {
    let version = standing_version(&subject.versions, index.as_of)?;
    let approval = approvals(index, subject, version.number).min_by_key(|approval| approval.on);
    Some(Standing { version, approval })
}

/// Approvals of a version of an objective or of a later one.
pub(super) fn approvals<'a>(
    index: &Index<'a>,
    subject: &'a Subject,
    number: u32,
) -> impl Iterator<Item = Approval<'a>> {
    let as_of = index.as_of;
    let versions = subject.versions.iter().filter(move |v| v.number >= number && v.is_in_force(as_of));
    let own = versions.filter_map(move |version| {
        let on = version.approved_on.filter(|on| *on <= as_of)?;
        let people = version.approvers.iter().map(String::as_str).collect();
        Some(Approval { on, body: &version.approved_by, people })
    });
    let editions: Vec<Approval> = index
        .editions(subject)
        .iter()
        .filter(|(_, held)| *held >= number)
        .map(|(edition, _)| Approval {
            on: edition.approved_on,
            body: &edition.body,
            people: edition.people.iter().map(String::as_str).collect(),
        })
        .collect();
    own.chain(editions)
}

impl Approval<'_> {
    /// Everybody named: the body, then the people.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.body).chain(self.people.iter().copied()).filter(|name| !name.trim().is_empty())
    }
}
