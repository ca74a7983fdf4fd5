//! The form that writes or edits an objective: what it says, how it is measured, its dates, its plan.

use ratatui::text::Line;

use super::choice::Way;
use super::definition;
use super::field::{Field, Fields};
use super::fold::fold;
use super::machine::Form;
use super::offer::Offers;
use super::reads::{Reads, criterion_text, links_text, waypoints_text};
use super::records::causes;
use super::subject::Subject;
use super::wording::{self, WordLists};
use crate::app::catalogue::Template;
use crate::app::refusal::ConflictSides;
use crate::app::view::Row;
use crate::app::{Command, FieldProblem};
use crate::domain::objective::{Criterion, Definition, Direction, Kind, Level, Operator};
use crate::domain::period::{Date, FiscalCalendar, Frequency};
use crate::domain::version::{Cause, SeriesMark};
use crate::domain::words;
use crate::tui::effect::Question;
use crate::tui::msg::Reply;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// Which form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Everything of a new objective.
    New,
    /// Everything of one there is.
    Whole,
    /// The five elements of a plan and nothing else.
    Plan,
}

/// What the form writes.
#[derive(Debug)]
struct Writes {
    shape: Shape,
    /// The code it has; empty for a new one.
    code: String,
    /// The journal entry the form was opened on.
    base: u64,
    /// The content it was opened with: what nobody touched stays exactly as it is.
    opened: Definition,
    today: Date,
    calendar: FiscalCalendar,
    /// The template a new one began with.
    template: Option<&'static Template>,
    /// What has been reached so far: `lowest 88.9, median 94.1, ...`; none while nothing is measured or known.
    so_far: Option<String>,
    /// What its title is judged by while it is typed.
    words: WordLists,
}

/// A form for a new objective that begins with nothing.
pub fn create(today: Date, calendar: FiscalCalendar) -> Form {
    begin(Definition::titled("", today), None, today, calendar)
}

/// A form for a new objective that begins with some content, perhaps a template's.
pub fn begin(opened: Definition, template: Option<&'static Template>, today: Date, calendar: FiscalCalendar) -> Form {
    let (code, words) = (String::new(), WordLists::default());
    let writes = Writes { shape: Shape::New, code, base: 0, opened, today, calendar, template, so_far: None, words };
    let fields = writes.fields();
    Form::new("A new objective, as a draft", Box::new(writes), fields)
}

/// A form for the content of an objective.
pub fn edit(row: &Row, today: Date, calendar: FiscalCalendar) -> Form {
    let title = format!("{}  {}", row.code(), row.objective.definition.title);
    Writes::form(Shape::Whole, title, row, today, calendar)
}

/// A form for the plan of an objective.
pub fn edit_plan(row: &Row, today: Date, calendar: FiscalCalendar) -> Form {
    let title = format!("Plan of {}  {}", row.code(), row.objective.definition.title);
    Writes::form(Shape::Plan, title, row, today, calendar)
}

impl Writes {
    fn form(shape: Shape, title: String, row: &Row, today: Date, calendar: FiscalCalendar) -> Form {
        let opened = row.objective.definition.clone();
        let (code, base) = (row.code().to_owned(), row.changed_seq);
        let words = WordLists::default();
        let writes = Writes { shape, code, base, opened, today, calendar, template: None, so_far: None, words };
        let fields = writes.fields();
        Form::new(title, Box::new(writes), fields)
    }

    /// The fields of this form, holding what it was opened with.
    fn fields(&self) -> Vec<Field> {
        let (opened, today) = (&self.opened, self.today);
        let code = Field::text("code", "Code", "").under("What");
        let code = code.hint("the short name people use; left empty, the next free OBJ-n");
        match self.shape {
            Shape::New => std::iter::once(code).chain(definition_fields(opened, today)).collect(),
            Shape::Whole => definition_fields(opened, today).into_iter().chain(change_fields()).collect(),
            Shape::Plan => plan_fields(opened, today).into_iter().chain(change_fields().into_iter().take(2)).collect(),
        }
    }
}

fn plan_fields(opened: &Definition, today: Date) -> Vec<Field> {
    vec![
        Field::text("what", "What", &opened.what).hint("what will be done"),
        Field::text("resources", "Needs", &opened.resources).hint("people, money, tools"),
        Field::text("granted", "Granted", &opened.granted).hint("what of it was granted"),
        Field::text("granted_by", "Granted by", &opened.granted_by)
            .offering(Offers::People)
            .hint("the body or person that granted it"),
        day_field("granted_on", "Granted on", opened.granted_on, today).hint("the day"),
        Field::text("spent", "Spent", &opened.spent).hint("what was used of it so far"),
        Field::text("owner", "Who", &opened.owner).offering(Offers::People).hint("the one accountable person or role"),
        day_field("due", "When", opened.due, today).hint("complete by this day; empty means it is held for good"),
        Field::text("how_evaluated", "How judged", &opened.how_evaluated)
            .hint("how the results are evaluated, and where"),
    ]
}

/// What is said about a change: why, what made it necessary, and of a changed metric whether the values before it can
/// still be compared.
fn change_fields() -> [Field; 3] {
    let marks = SeriesMark::ALL.iter().map(|mark| Way::new(mark.word(), words::series(*mark)));
    let marks = std::iter::once(Way::new("", "not said")).chain(marks).collect();
    [
        Field::text("reason", "Why changed", "").under("Change").hint("one line for the history; may stay empty"),
        Field::choice("cause", "Cause", causes(), "").hint("what made it necessary"),
        Field::choice("series", "Values before are", marks, "")
            .hint("the metric changed: a new series is not compared with the old one"),
    ]
}

/// The fields that say what the values mean.
const METRIC: [&str; 4] = ["metric", "formula", "unit", "data_source"];

impl Subject for Writes {
    fn name(&self) -> String {
        format!("objective {:?} {}", self.shape, self.code)
    }

    fn arrange(&self, fields: &mut Fields) {
        let Some(kind) = Kind::from_word(fields.said("kind")) else { return };
        let measured = kind != Kind::Milestone;
        let range = measured && definition::said_direction(fields) == Direction::Range;
        for name in [
            "metric",
            "formula",
            "population",
            "data_source",
            "unit",
            "direction",
            "operator",
            "target",
            "warn",
            "floor",
        ] {
            fields.show(name, measured);
        }
        fields.show("cascade_note", fields.said("level") == Level::Organization.word());
        fields.show("target_high", range);
        fields.show("required_met", kind == Kind::Maintain);
        for name in ["baseline", "baseline_date", "baseline_estimated", "waypoints"] {
            fields.show(name, kind == Kind::Reach);
        }
        let unit = fields.owned("unit");
        for name in ["target", "target_high", "warn", "floor", "baseline"] {
            if let Some(field) = fields.get_mut(name) {
                field.unit = unit.clone();
                field.reads = Reads::Number { unit: unit.clone() };
            }
        }
        let redefined = measured && METRIC.iter().any(|name| fields.changed(name));
        fields.show("series", redefined);
        arrange_criteria(fields, kind == Kind::Milestone, self.today);
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let definition = definition::read(&self.opened, fields, self.today, self.calendar)?;
        let definition = Box::new(definition);
        Ok(vec![match self.shape {
            Shape::New => Command::CreateObjective { code: fields.owned("code"), definition },
            Shape::Whole | Shape::Plan => Command::EditObjective {
                code: self.code.clone(),
                base: self.base,
                definition,
                reason: fields.owned("reason"),
                cause: Cause::from_word(fields.said("cause")),
                series: SeriesMark::from_word(fields.said("series")),
            },
        }])
    }

    /// A target is set beside what has been reached, and a title is judged by the register's words.
    fn questions(&self) -> Vec<Question> {
        match self.shape {
            Shape::New => vec![Question::Settings],
            Shape::Whole => vec![Question::Dossier(self.code.clone()), Question::Settings],
            Shape::Plan => Vec::new(),
        }
    }

    fn learn(&mut self, reply: &Reply, _fields: &mut Fields) {
        match reply {
            Reply::Dossier(dossier) => self.so_far = dossier.insight.so_far(),
            Reply::Settings(settings) => self.words.learn(settings),
            _ => {}
        }
    }

    fn sight(&self, fields: &Fields, theme: Theme, width: u16) -> Vec<Line<'static>> {
        let mut lines = self.words.hint(fields, theme, width);
        if let Some(template) = self.template.filter(|_| lines.is_empty()) {
            lines = wording::template(template, theme, width);
        }
        if let Some(so_far) = &self.so_far
            && fields.get("target").is_some_and(|target| !target.hidden)
        {
            let said = text::cut(&format!(" so far {so_far}"), usize::from(width));
            lines.push(Line::from(said).style(theme.quiet()));
        }
        lines
    }

    /// What nobody touched here follows the register; of what was touched, `mine` decides.
    fn settle(&mut self, sides: &ConflictSides, mine: bool, fields: &mut Fields) {
        self.base = sides.base;
        for (name, _, theirs) in &sides.fields {
            definition::take(&mut self.opened, name, theirs);
        }
        let touched = std::mem::replace(fields, Fields(self.fields())).0.into_iter().filter(Field::is_changed);
        let contested = |name: &str| sides.fields.iter().any(|(field, _, _)| name.split('.').next() == Some(field));
        for field in touched.filter(|field| mine || !contested(&field.name)) {
            self.arrange(fields);
            if let Some(place) = fields.get_mut(&field.name) {
                place.set(field.answer());
            }
        }
    }
}

/// As many rows as there are criteria and one more to write the next.
fn arrange_criteria(fields: &mut Fields, milestone: bool, today: Date) {
    let row = |number: usize| criterion_field(number, None, today);
    let mut last = 0;
    while let Some(field) = fields.get_mut(&format!("criteria.{}", last + 1)) {
        field.hidden = !milestone;
        last += 1;
    }
    let full = last == 0 || !fields.get(&format!("criteria.{last}")).is_some_and(|f| f.answer().trim().is_empty());
    if milestone && full {
        let after = fields.0.iter().rposition(|f| f.name.starts_with("criteria.") || f.name == "required_met");
        fields.0.insert(after.map_or(fields.0.len(), |at| at + 1), row(last + 1));
    }
}

fn criterion_field(number: usize, criterion: Option<&Criterion>, today: Date) -> Field {
    Field::text(
        &format!("criteria.{number}"),
        &format!("Criterion {number}"),
        criterion.map(criterion_text).unwrap_or_default(),
    )
    .reading(Reads::Criterion(today))
    .under("Criteria")
    .hint("a statement answerable yes or no, then | and the planned date")
}

/// Every field of a definition, in the order people think of it.
fn definition_fields(d: &Definition, today: Date) -> Vec<Field> {
    let none = || Way::new("", "not said");
    let kinds = Kind::ALL.iter().map(|kind| Way::new(kind.word(), words::kind(*kind))).collect();
    let levels = std::iter::once(none()).chain(Level::ALL.iter().map(|l| Way::new(l.word(), l.word()))).collect();
    let directions =
        vec![none(), Way::new("higher", "higher"), Way::new("lower", "lower"), Way::new("range", "in a range")];
    let operators = std::iter::once(Way::new("", "as the direction says"))
        .chain(Operator::ALL.iter().map(|o| Way::new(o.word(), o.sign())))
        .collect();
    let frequencies = Frequency::ALL.iter().map(|f| Way::new(f.letter(), f.word())).collect();
    let text = |name: &str, label: &str, value: &str| Field::text(name, label, value);
    let number = |name: &str, label: &str, value: Option<_>| number_field(name, label, value, &d.unit);
    let word = |word: Option<&'static str>| word.unwrap_or_default();
    let baseline = d.baseline.as_ref();
    let mut fields = vec![
        text("title", "Title", &d.title).required().under("What").hint("the result to be achieved, in one line"),
        Field::choice("kind", "Kind", kinds, d.kind.word())
            .hint("hold a level, get to a level by a date, or deliver something"),
        text("owner", "Owner", &d.owner).offering(Offers::People).hint("the one accountable person or role"),
        Field::choice("level", "Level", levels, word(d.level.map(Level::word)))
            .hint("where in the organization it stands"),
        text("function", "Function", &d.function).offering(Offers::Functions).hint("the function that pursues it"),
        text("parent", "Contributes to", &d.parent).offering(Offers::Objectives).hint("code of the objective above it"),
        text("links", "Serves", &links_text(&d.links))
            .reading(Reads::Links)
            .offering(Offers::Sources)
            .hint("what it serves and why: risk:R-014 | top risk; commitment:4.2"),
        text("cascade_note", "Not broken down", &d.cascade_note)
            .hint("why no function has a target below it; empty where one has"),
        text("metric", "Metric", &d.metric).under("Metric and target").hint("what is measured"),
        text("formula", "Formula", &d.formula).hint("how the value is computed, one line"),
        text("population", "Counted are", &d.population).hint("what is counted and what is not; the cut-off rule"),
        text("unit", "Unit", &d.unit).hint("%, h, count; with % a share such as 45/47 is read as a percentage"),
        Field::choice("direction", "Better is", directions, word(d.direction.map(Direction::word))),
        Field::choice("operator", "Must be", operators, word(d.operator.map(Operator::word))),
        number("target", "Target", d.target).hint("the value that must hold; the lower edge of a range"),
        number("target_high", "Target, upper", d.target_high).hint("the upper edge of the range"),
        number("warn", "Tolerated to", d.warn).hint("a value on the failing side; for a range a width outside it"),
        number("floor", "Worst bearable", d.floor).hint("strictly beyond it is off track at once"),
        number("baseline", "Start value", baseline.map(|b| b.value)).hint("where it starts from"),
        day_field("baseline_date", "Start value of", baseline.and_then(|b| b.date), today)
            .hint("empty follows the start"),
        Field::choice(
            "baseline_estimated",
            "Start value is",
            vec![Way::new("no", "measured"), Way::new("yes", "estimated")],
            if baseline.is_some_and(|b| b.estimated) { "yes" } else { "no" },
        ),
        text("waypoints", "Interim targets", &waypoints_text(&d.waypoints))
            .reading(Reads::Waypoints(today))
            .hint("2026-06-30=80; 2026-09-30=90"),
        whole("required_met", "Periods to meet", d.required_met, 1, 1000)
            .hint("how many periods must be met at least; empty follows the register"),
    ];
    for (at, criterion) in d.criteria.iter().enumerate() {
        fields.push(criterion_field(at + 1, Some(criterion), today));
    }
    fields.extend([
        Field::choice("frequency", "Measured", frequencies, d.frequency.letter()).under("Dates"),
        day_field("start", "Start", Some(d.start), today).required().hint("readings are expected from this day on"),
        day_field("due", "Due", d.due, today).hint("by when it is to be reached; empty is held for good"),
        day_field("review_on", "Looked at again", d.review_on, today)
            .hint("the day the objective itself is reviewed; one held for good needs it"),
        whole("grace_days", "Days to report", d.grace_days, 0, 366)
            .hint("after a period's end; empty follows the register"),
        whole("fiscal_year_start", "Fiscal year from", d.fiscal_year_start.map(u32::from), 1, 12)
            .hint("month 1 to 12; empty follows the register"),
        text("what", "What", &d.what).under("Plan").hint("what will be done"),
        text("resources", "Needs", &d.resources).hint("people, money, tools"),
        fold("resources_granted", "Granted, spent", &["granted", "granted_by", "granted_on", "spent"])
            .hint("what of it was granted, by whom, and used"),
        text("granted", "Granted", &d.granted).hint("what of it was granted"),
        text("granted_by", "Granted by", &d.granted_by).hint("the body or person that granted it"),
        day_field("granted_on", "Granted on", d.granted_on, today).hint("the day"),
        text("spent", "Spent", &d.spent).hint("what was used of it so far"),
        text("how_evaluated", "How judged", &d.how_evaluated).hint("how the results are evaluated, and where"),
        text("why_target", "Why this target", &d.why_target).hint("who says it is right here"),
        text("collector", "Figures from", &d.collector)
            .offering(Offers::People)
            .hint("who produces the figures; empty means the owner"),
        fold("other_roles", "Other roles", &["evaluator", "metric_owner"]).hint("who judges, who keeps the metric"),
        text("evaluator", "Judged by", &d.evaluator).offering(Offers::People).hint("who judges"),
        text("metric_owner", "Metric kept by", &d.metric_owner)
            .offering(Offers::People)
            .hint("who keeps the metric's definition"),
        text("data_source", "Data source", &d.data_source).hint("the system or record the figures come from"),
        text("tags", "Tags", &d.tags.join("; ")).reading(Reads::List).hint("free marks, ; between them"),
    ]);
    fields
}

fn number_field(name: &str, label: &str, value: Option<crate::domain::quantity::Decimal>, unit: &str) -> Field {
    Field::text(name, label, value.map(|v| v.to_string()).unwrap_or_default())
        .reading(Reads::Number { unit: unit.to_owned() })
        .unit(unit)
}

fn day_field(name: &str, label: &str, day: Option<Date>, today: Date) -> Field {
    Field::text(name, label, day.map(|d| d.to_string()).unwrap_or_default()).reading(Reads::Day(today))
}

fn whole(name: &str, label: &str, value: Option<u32>, least: u32, most: u32) -> Field {
    Field::text(name, label, value.map(|v| v.to_string()).unwrap_or_default()).reading(Reads::Whole(least, most))
}
