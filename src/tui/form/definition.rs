//! From the answers of a form to the content of an objective: what nobody touched stays exactly as it was.

use serde_json::Value;

use super::field::Fields;
use super::reads::{Reads, as_criterion, as_links, as_waypoints, parts};
use crate::app::FieldProblem;
use crate::domain::check;
use crate::domain::objective::{Baseline, Criterion, Definition, Direction, Kind, Level, Operator};
use crate::domain::period::{Date, FiscalCalendar, Frequency};
use crate::domain::quantity::Decimal;

/// The content the answers ask for, starting from the content the form was opened with. Every problem is named by
/// its field.
pub fn read(
    opened: &Definition,
    fields: &Fields,
    today: Date,
    calendar: FiscalCalendar,
) -> Result<Definition, Vec<FieldProblem>> {
    let mut reader = Reader { fields, definition: opened.clone(), today, problems: Vec::new() };
    reader.texts();
    reader.words();
    reader.numbers();
    reader.dates();
    reader.lists();
    let Reader { definition, mut problems, .. } = reader;
    problems.extend(contradictions(&definition, fields, calendar));
    if problems.is_empty() { Ok(definition) } else { Err(problems) }
}

/// Takes over one field of another content, by its contract name and as a conflict writes it: the text itself, or JSON
/// where it is no text. A field that cannot be read back stays.
pub fn take(definition: &mut Definition, name: &str, written: &str) {
    let Ok(Value::Object(mut content)) = serde_json::to_value(&*definition) else { return };
    let ways = [Value::String(written.to_owned()), serde_json::from_str(written).unwrap_or_default(), Value::Null];
    for way in ways {
        content.insert(name.to_owned(), way);
        if let Ok(taken) = serde_json::from_value(Value::Object(content.clone())) {
            *definition = taken;
            return;
        }
    }
}

/// The direction the answers mean: the one said, else what the operator means.
pub fn said_direction(fields: &Fields) -> Direction {
    let mut asked = Definition::titled("", Date::MIN);
    asked.direction = Direction::from_word(fields.said("direction"));
    asked.operator = Operator::from_word(fields.said("operator"));
    asked.direction()
}

struct Reader<'a> {
    fields: &'a Fields,
    definition: Definition,
    today: Date,
    problems: Vec<FieldProblem>,
}

impl Reader<'_> {
    fn texts(&mut self) {
        let d = &mut self.definition;
        for (name, place) in [
            ("title", &mut d.title),
            ("function", &mut d.function),
            ("parent", &mut d.parent),
            ("owner", &mut d.owner),
            ("metric", &mut d.metric),
            ("formula", &mut d.formula),
            ("data_source", &mut d.data_source),
            ("unit", &mut d.unit),
            ("what", &mut d.what),
            ("resources", &mut d.resources),
            ("how_evaluated", &mut d.how_evaluated),
            ("evaluator", &mut d.evaluator),
            ("collector", &mut d.collector),
            ("metric_owner", &mut d.metric_owner),
            ("why_target", &mut d.why_target),
            ("population", &mut d.population),
            ("cascade_note", &mut d.cascade_note),
            ("granted", &mut d.granted),
            ("granted_by", &mut d.granted_by),
            ("spent", &mut d.spent),
        ] {
            if self.fields.changed(name) {
                *place = self.fields.owned(name);
            }
        }
    }

    fn words(&mut self) {
        let (fields, d) = (self.fields, &mut self.definition);
        if let (true, Some(kind)) = (fields.changed("kind"), Kind::from_word(fields.said("kind"))) {
            d.kind = kind;
        }
        if fields.changed("level") {
            d.level = Level::from_word(fields.said("level"));
        }
        if fields.changed("direction") {
            d.direction = Direction::from_word(fields.said("direction"));
        }
        if fields.changed("operator") {
            d.operator = Operator::from_word(fields.said("operator"));
        }
        if let (true, Some(frequency)) = (fields.changed("frequency"), Frequency::from_letter(fields.said("frequency")))
        {
            d.frequency = frequency;
        }
    }

    fn numbers(&mut self) {
        let target = self.number("target");
        let target_high = self.number("target_high");
        let warn = self.number("warn");
        let floor = self.number("floor");
        let required_met = self.whole("required_met");
        let grace_days = self.whole("grace_days");
        let fiscal_year_start = self.whole("fiscal_year_start");
        let d = &mut self.definition;
        keep(&mut d.target, target);
        keep(&mut d.target_high, target_high);
        keep(&mut d.warn, warn);
        keep(&mut d.floor, floor);
        keep(&mut d.required_met, required_met);
        keep(&mut d.grace_days, grace_days);
        keep(&mut d.fiscal_year_start, fiscal_year_start.map(|month| month.and_then(|m| u8::try_from(m).ok())));
        self.baseline();
    }

    fn baseline(&mut self) {
        let (value, date) = (self.number("baseline"), self.day("baseline_date"));
        let mut parts = (
            self.definition.baseline.as_ref().map(|b| b.value),
            self.definition.baseline.as_ref().and_then(|b| b.date),
            self.definition.baseline.as_ref().is_some_and(|b| b.estimated),
        );
        keep(&mut parts.0, value);
        keep(&mut parts.1, date);
        if self.fields.changed("baseline_estimated") {
            parts.2 = self.fields.said("baseline_estimated") == "yes";
        }
        let (value, date, estimated) = parts;
        if value.is_none() && date.is_some() && self.fields.changed("baseline_date") {
            self.problem("baseline", "a start value is missing for its date");
        }
        self.definition.baseline = value.map(|value| Baseline { value, date, estimated });
    }

    fn dates(&mut self) {
        let (start, due, review_on) = (self.day("start"), self.day("due"), self.day("review_on"));
        let granted_on = self.day("granted_on");
        if let Some(Some(start)) = start {
            self.definition.start = start;
        }
        keep(&mut self.definition.due, due);
        keep(&mut self.definition.review_on, review_on);
        keep(&mut self.definition.granted_on, granted_on);
    }

    fn lists(&mut self) {
        let (fields, today) = (self.fields, self.today);
        if fields.changed("waypoints") {
            match as_waypoints(fields.said("waypoints"), today) {
                Ok(waypoints) => self.definition.waypoints = waypoints,
                Err(why) => self.problem("waypoints", why),
            }
        }
        if fields.changed("links") {
            match as_links(fields.said("links")) {
                Ok(links) => self.definition.links = links,
                Err(why) => self.problem("links", why),
            }
        }
        if fields.changed("tags") {
            self.definition.tags = parts(fields.said("tags")).map(str::to_owned).collect();
        }
        self.criteria();
    }

    /// The rows that hold a criterion, in their order; an emptied row takes its criterion away.
    fn criteria(&mut self) {
        let rows: Vec<_> = self.fields.0.iter().filter(|f| !f.hidden && f.name.starts_with("criteria.")).collect();
        if !rows.iter().any(|row| row.is_changed()) {
            return;
        }
        let opened = self.definition.criteria.clone();
        let mut criteria: Vec<Criterion> = Vec::new();
        for (at, row) in rows.into_iter().enumerate() {
            match opened.get(at).filter(|_| !row.is_changed()) {
                Some(criterion) => criteria.push(criterion.clone()),
                None if row.answer().trim().is_empty() => {}
                None => match as_criterion(row.answer().trim(), self.today) {
                    Ok(criterion) => criteria.push(criterion),
                    Err(why) => self.problem(&row.name, why),
                },
            }
        }
        self.definition.criteria = criteria;
    }

    /// `None` where nobody touched it; `Some(None)` where it was emptied.
    fn number(&mut self, name: &str) -> Option<Option<Decimal>> {
        self.touched(name, |reads, answer| reads.number(answer))
    }

    fn day(&mut self, name: &str) -> Option<Option<Date>> {
        self.touched(name, |reads, answer| reads.date(answer))
    }

    fn whole(&mut self, name: &str) -> Option<Option<u32>> {
        self.touched(name, |_, answer| answer.parse().ok())
    }

    fn touched<T>(&mut self, name: &str, read: impl Fn(&Reads, &str) -> Option<T>) -> Option<Option<T>> {
        let field = self.fields.get(name).filter(|field| !field.hidden && field.is_changed())?;
        let answer = field.answer().trim();
        if answer.is_empty() {
            return Some(None);
        }
        let value = read(&field.reads, answer);
        if value.is_none() {
            let why = field.read().err().unwrap_or_else(|| format!("`{answer}` cannot be read here"));
            self.problem(name, why);
        }
        Some(value)
    }

    fn problem(&mut self, field: &str, message: impl Into<String>) {
        self.problems.push(FieldProblem { field: field.to_owned(), message: message.into() });
    }
}

/// Takes over an answer somebody touched.
fn keep<T>(place: &mut Option<T>, touched: Option<Option<T>>) {
    if let Some(value) = touched {
        *place = value;
    }
}

/// What the answers contradict together. A problem of a field this form does not show is left to the register, which
/// checks again when it writes.
fn contradictions(definition: &Definition, fields: &Fields, calendar: FiscalCalendar) -> Vec<FieldProblem> {
    check::contradictions(definition, calendar)
        .into_iter()
        .map(|problem| FieldProblem { field: problem.field.to_owned(), message: problem.message })
        .filter(|problem| fields.get(&problem.field).is_some_and(|field| !field.hidden))
        .collect()
}
