//! Forms of a source: enter, change, accept, close. What its kind does not have is not asked.

use crate::app::sources::SourceCommand;
use crate::app::{Command, FieldProblem};
use crate::domain::period::Date;
use crate::domain::trace::{RequirementKind, Source, SourceKind, SourceStatus};
use crate::tui::form::choice::Way;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::machine::Form;
use crate::tui::form::offer::Offers;
use crate::tui::form::reads::Reads;
use crate::tui::form::subject::Subject;

/// Enters a source, perhaps one whose reference is known already.
pub fn add(kind: SourceKind, reference: &str, today: Date) -> Form {
    let ways = SourceKind::ALL.iter().map(|kind| Way::new(kind.word(), kind.shown())).collect();
    let opened = Source::new(kind, "", "", today);
    let mut fields = vec![
        Field::choice("kind", "Kind", ways, kind.word()).hint("Left and Right choose"),
        Field::text("ref", "Reference", reference).required().hint("the name people use for it: R-014, 4.2, IA-25-03"),
    ];
    fields.extend(facts(&opened, today));
    form("A new source".to_owned(), Writes { opened, new: true }, fields)
}

/// Changes a source.
pub fn edit(source: &Source, today: Date) -> Form {
    let ways = SourceStatus::ALL.iter().filter(|s| source.kind == SourceKind::Risk || **s != SourceStatus::Accepted);
    let ways = ways.map(|status| Way::new(status.word(), status.shown())).collect();
    let mut fields = facts(source, today);
    fields.push(Field::choice("status", "State", ways, source.status.word()));
    fields.push(Field::text("acceptance", "Accepted", &source.acceptance).hint("who accepts it, why and until when"));
    let writes = Writes { opened: source.clone(), new: false };
    form(format!("{}  {}", source.name(), source.title), writes, fields)
}

/// Accepts a risk.
pub fn accept(source: &Source) -> Form {
    let hint = "who accepts it, why and until when: “board, until the plant is rebuilt in 2027”";
    let fields = vec![Field::text("acceptance", "Accepted", &source.acceptance).required().hint(hint)];
    let ends = Ends { source: source.clone(), accepts: true };
    Form::new(format!("Accept {}: {}", source.name(), source.title), Box::new(ends), fields)
}

/// Closes a source.
pub fn close(source: &Source, today: Date) -> Form {
    let ways = vec![
        Way::new(SourceStatus::Closed.word(), "closed: treated, corrected, answered"),
        Way::new(SourceStatus::Withdrawn.word(), "withdrawn: dropped, expired"),
    ];
    let fields = vec![
        Field::choice("status", "How", ways, "closed").hint("nothing is deleted"),
        Field::text("closed_on", "On", today.to_string()).reading(Reads::Day(today)).required(),
    ];
    let ends = Ends { source: source.clone(), accepts: false };
    Form::new(format!("Close {}: {}", source.name(), source.title), Box::new(ends), fields)
}

fn form(title: String, writes: Writes, mut fields: Vec<Field>) -> Form {
    let mut arranged = Fields(std::mem::take(&mut fields));
    writes.arrange(&mut arranged);
    Form::new(title, Box::new(writes), arranged.0)
}

/// What a source says beside its name, the short way down: the title, then what its kind has, then the rest.
fn facts(source: &Source, today: Date) -> Vec<Field> {
    let day = |name: &str, label: &str, held: Option<Date>| {
        let held = held.map_or_else(String::new, |day| day.to_string());
        Field::text(name, label, held).reading(Reads::Day(today))
    };
    let yes_no = |name: &str, label: &str, held: bool| {
        let ways = vec![Way::new("no", "no"), Way::new("yes", "yes")];
        Field::choice(name, label, ways, if held { "yes" } else { "no" })
    };
    let binds = std::iter::once(Way::new("", "not said"))
        .chain(RequirementKind::ALL.iter().map(|kind| Way::new(kind.word(), kind.word())))
        .collect();
    vec![
        Field::text("title", "What it says", &source.title).required().hint("one line"),
        Field::text("level", "Level", &source.level).hint("a word such as high, or a number"),
        Field::text("policy", "Policy", &source.policy).hint("the policy that says it"),
        Field::text("policy_version", "Version", &source.policy_version).hint("the version of that policy"),
        Field::text("party", "Who expects it", &source.party).hint("the interested party"),
        Field::choice("requirement", "Binds by", binds, source.requirement.map_or("", RequirementKind::word)),
        yes_no("mandated", "Sets a metric", source.mandated).hint("whether it prescribes what is measured"),
        Field::text("treats", "Treats", &source.treats).hint("reference of the risk: R-014"),
        day("due", "Done by", source.due),
        day("day", "Day", source.day).hint("when it happened"),
        yes_no("significant", "Significant", source.significant).hint("whether the list has to be looked at for it"),
        Field::text("owner", "Owner", &source.owner).offering(Offers::People).hint("who answers for it"),
        Field::text("covered_by", "Covered by", &source.covered_by)
            .hint("the routine control that meets it without an objective"),
        Field::text("detail", "More", &source.detail),
    ]
}

#[derive(Debug)]
struct Writes {
    opened: Source,
    new: bool,
}

impl Writes {
    fn kind(&self, fields: &Fields) -> SourceKind {
        SourceKind::from_word(fields.said("kind")).unwrap_or(self.opened.kind)
    }
}

impl Subject for Writes {
    fn name(&self) -> String {
        if self.new { "a new source".to_owned() } else { self.opened.key() }
    }

    fn arrange(&self, fields: &mut Fields) {
        let kind = self.kind(fields);
        let accepted = fields.said("status") == SourceStatus::Accepted.word();
        let has = [
            ("level", kind == SourceKind::Risk || kind == SourceKind::Finding),
            ("policy", kind == SourceKind::Commitment),
            ("policy_version", kind == SourceKind::Commitment),
            ("party", kind == SourceKind::Requirement),
            ("requirement", kind == SourceKind::Requirement),
            ("mandated", kind == SourceKind::Requirement),
            ("treats", kind == SourceKind::Treatment),
            ("due", kind == SourceKind::Treatment),
            ("day", kind.is_event() || kind == SourceKind::Finding),
            ("significant", kind.is_event()),
            ("covered_by", !kind.is_event() && kind != SourceKind::Treatment),
            ("acceptance", kind == SourceKind::Risk && accepted),
        ];
        for (name, shown) in has {
            fields.show(name, shown);
        }
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let mut source = self.opened.clone();
        source.kind = self.kind(fields);
        if self.new {
            source.reference = fields.owned("ref");
        }
        let texts = [
            ("title", &mut source.title),
            ("level", &mut source.level),
            ("policy", &mut source.policy),
            ("policy_version", &mut source.policy_version),
            ("party", &mut source.party),
            ("treats", &mut source.treats),
            ("owner", &mut source.owner),
            ("covered_by", &mut source.covered_by),
            ("detail", &mut source.detail),
            ("acceptance", &mut source.acceptance),
        ];
        for (name, held) in texts {
            if fields.changed(name) {
                *held = fields.owned(name);
            }
        }
        if fields.changed("due") {
            source.due = fields.date("due");
        }
        if fields.changed("day") {
            source.day = fields.date("day");
        }
        if source.kind == SourceKind::Requirement {
            source.requirement = RequirementKind::from_word(fields.said("requirement"));
            source.mandated = fields.said("mandated") == "yes";
        }
        if source.kind.is_event() {
            source.significant = fields.said("significant") == "yes";
        }
        source.status = SourceStatus::from_word(fields.said("status")).unwrap_or(source.status);
        let command = if self.new { SourceCommand::Add } else { SourceCommand::Edit };
        Ok(vec![Command::Sources(command(Box::new(source)))])
    }
}

#[derive(Debug)]
struct Ends {
    source: Source,
    accepts: bool,
}

impl Subject for Ends {
    fn name(&self) -> String {
        format!("{} {}", if self.accepts { "accept" } else { "close" }, self.source.key())
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let mut source = self.source.clone();
        if self.accepts {
            source.status = SourceStatus::Accepted;
            source.acceptance = fields.owned("acceptance");
        } else {
            source.status = SourceStatus::from_word(fields.said("status")).unwrap_or(SourceStatus::Closed);
            source.closed_on = fields.date("closed_on");
        }
        Ok(vec![Command::Sources(SourceCommand::Edit(Box::new(source)))])
    }
}
