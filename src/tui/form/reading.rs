//! The form that records a reading, with everything in sight that helps to say what it means.

use ratatui::text::{Line, Span};

use super::choice::Way;
use super::field::{Field, Fields};
use super::machine::Form;
use super::offer::Offers;
use super::reads::{Reads, Scale, day_named};
use super::subject::Subject;
use crate::app::refusal::ConflictSides;
use crate::app::view::{Dossier, Row};
use crate::app::{Command, FieldProblem, NewReading};
use crate::domain::accept::accept;
use crate::domain::check::Problem;
use crate::domain::objective::Kind;
use crate::domain::period::{Date, FiscalCalendar, Period, PeriodRef, Rhythm};
use crate::domain::reading::{DecisionKind, Standing};
use crate::domain::register::Rules;
use crate::domain::target::standard_on;
use crate::domain::text::one_line;
use crate::domain::words;
use crate::tui::effect::Question;
use crate::tui::msg::Reply;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// How many of the last readings stand in sight.
const LAST: usize = 4;

/// Records a reading of one objective.
#[derive(Debug)]
struct Records {
    row: Row,
    rules: Rules,
    today: Date,
    dossier: Option<Box<Dossier>>,
    /// After a conflict: the revision the answers win over.
    insisted: Option<u32>,
}

/// A form for a reading of `row`, with the oldest period that waits preselected and the focus on the value.
pub fn record(row: &Row, rules: &Rules, today: Date) -> Form {
    let records = Records { row: row.clone(), rules: rules.clone(), today, dossier: None, insisted: None };
    let (rhythm, calendar) = (records.rhythm(), records.calendar());
    let definition = &row.objective.definition;
    let waiting = row.judgement.next_report.map(|(period, _)| period);
    let period = waiting.unwrap_or_else(|| rhythm.before(rhythm.containing(today)));
    let collector = [&definition.collector, &definition.owner].into_iter().find(|who| !who.is_empty());
    let reporter = collector.map(|who| format!("empty means {who}")).unwrap_or_default();
    let fields = vec![
        Field::text("period", "Period", written(period, rhythm))
            .reading(Reads::Span(rhythm, calendar, today))
            .required()
            .hint("a period or a day inside one: 2026-10, 2026-Q3, 2026-10-28"),
        Field::text("value", "Value", "").required().unit(&definition.unit).hint("a number, or a share such as 43/47"),
        Field::text("meaning", "Meaning", "").hint("what it means and why, one line"),
        Field::choice("decision", "Decision", decisions(), "").hint("what is done about it; Left and Right choose"),
        Field::text("source", "Source", "").hint(match definition.data_source.as_str() {
            "" => "where the figure comes from".to_owned(),
            source => format!("empty means {source}"),
        }),
        Field::text("reported_by", "Reported by", "").offering(Offers::People).hint(reporter),
        Field::choice("more", "More", more(), "").hint("evidence and date of the report, or why it was not measured"),
        Field::text("reported_on", "Reported on", "").reading(Reads::Day(today)).hint("empty means today"),
        Field::text("evidence", "Evidence", "").hint("what shows it: text, path or address"),
        Field::text("reason", "Why", ""),
    ];
    let title = format!("Reading of {}  {}", row.code(), definition.title);
    let mut form = Form::new(title, Box::new(records), fields);
    form.focus = form.fields.0.iter().position(|field| field.name == "value").unwrap_or(0);
    form
}

/// Every decision, none first.
pub fn decisions() -> Vec<Way> {
    let ways = DecisionKind::ALL.iter().map(|kind| Way::new(kind.word(), words::decision(*kind)));
    std::iter::once(Way::new("", "none yet")).chain(ways).collect()
}

fn more() -> Vec<Way> {
    vec![Way::new("", "no"), Way::new("evidence", "evidence"), Way::new("missing", "not measured")]
}

/// A period in a form that reads back as the same period.
fn written(period: Period, rhythm: Rhythm) -> String {
    match rhythm.frequency {
        crate::domain::period::Frequency::M => period.end.format("%Y-%m").to_string(),
        _ => period.end.to_string(),
    }
}

impl Records {
    fn calendar(&self) -> FiscalCalendar {
        self.row.calendar(&self.rules)
    }

    fn rhythm(&self) -> Rhythm {
        self.row.rhythm(&self.rules)
    }

    fn span(&self, fields: &Fields) -> Option<PeriodRef> {
        fields.get("period")?.reads.span(fields.said("period"))
    }

    fn standings(&self) -> &[Standing] {
        match &self.dossier {
            Some(dossier) => &dossier.standings,
            None => &self.row.trail.recent,
        }
    }

    /// What stands for the period the answers name.
    fn standing(&self, fields: &Fields) -> Option<&Standing> {
        let span = self.span(fields)?;
        self.standings().iter().find(|standing| standing.period == span.period)
    }

    /// The day the value is kept under: the one of the entry it corrects where only the period was named.
    fn measured_on(&self, fields: &Fields) -> Option<Date> {
        let span = self.span(fields)?;
        match self.standing(fields) {
            Some(standing) if span.measured_on == span.period.end => Some(standing.measured_on),
            _ => Some(span.measured_on),
        }
    }

    /// What the entry rules say of the value: what is unusual about it, or why it cannot be taken in.
    fn looked_at(&self, fields: &Fields) -> Result<Vec<String>, Problem> {
        let (Some(day), Some(value)) = (self.measured_on(fields), fields.value("value")) else { return Ok(Vec::new()) };
        let period = self.rhythm().containing(day);
        let last = self.standings().iter().rev().find(|standing| standing.period < period).map(|s| &s.value);
        accept(&self.row.objective, &self.rules, &value, day, self.today, last)
    }

    /// What was said about the entry this corrects; empty for none.
    fn said_before(&self, fields: &Fields) -> String {
        let reading = self.dossier.as_ref().and_then(|dossier| dossier.reading_of(self.standing(fields)?));
        reading.map(|reading| reading.evaluation.clone()).unwrap_or_default()
    }

    /// What the form saw for that day; `None` as long as it has not looked.
    fn base(&self, day: Date) -> Option<u32> {
        let readings = &self.dossier.as_ref()?.readings;
        let newest =
            readings.iter().filter(|r| r.measured_on == day && r.voided_seq.is_none()).map(|r| r.revision).max();
        Some(self.insisted.or(newest).unwrap_or(0))
    }

    /// What a value of the period is held against. On the way to its date an objective has a pace, not a verdict.
    fn scale(&self, period: Option<Period>) -> Scale {
        let definition = &self.row.objective.definition;
        let on_the_way =
            definition.kind == Kind::Reach && self.row.judgement.due.map(|due| self.rhythm().last_until(due)) != period;
        let standard = period.and_then(|p| standard_on(&self.row.objective.standards, p.start));
        Scale {
            unit: definition.unit.trim().to_owned(),
            percent: definition.unit_is_percent(),
            standard: standard.filter(|_| !on_the_way).cloned(),
            direction: definition.direction(),
        }
    }
}

impl Subject for Records {
    fn name(&self) -> String {
        format!("reading {}", self.row.code())
    }

    fn arrange(&self, fields: &mut Fields) {
        let more = fields.owned("more");
        let missing = more == "missing";
        for name in ["value", "meaning", "decision", "source", "reported_by"] {
            fields.show(name, !missing);
        }
        for name in ["reported_on", "evidence"] {
            fields.show(name, more == "evidence");
        }
        let before = self.said_before(fields);
        if let Some(meaning) = fields.get_mut("meaning") {
            meaning.hint = match before.as_str() {
                "" => "what it means and why, one line".to_owned(),
                before => format!("what it means and why; empty keeps “{before}”"),
            };
        }
        let scale = self.scale(self.span(fields).map(|span| span.period));
        if let Some(value) = fields.get_mut("value") {
            value.reads = Reads::Value(Box::new(scale));
        }
        if let Some(reason) = fields.get_mut("reason") {
            let asked = reason.required && !missing || !reason.answer().is_empty();
            reason.hidden = !missing && !asked;
            let (label, hint) = match missing {
                true => ("Why not", "why it was not measured; the period stays missing"),
                false => ("Why corrected", "the old value was shown to others; say why it changes"),
            };
            (reason.label, reason.hint) = (label.to_owned(), hint.to_owned());
        }
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let code = self.row.code().to_owned();
        let problem = |field: &str, message: &str| {
            Err(vec![FieldProblem { field: field.to_owned(), message: message.to_owned() }])
        };
        let Some(day) = self.measured_on(fields) else { return problem("period", "this names no period") };
        let period = day.to_string();
        if fields.said("more") == "missing" {
            let reason = fields.owned("reason");
            return match reason.is_empty() {
                true => problem("reason", "say why it was not measured"),
                false => Ok(vec![Command::NotMeasured { code, period, reason }]),
            };
        }
        if let Err(Problem { field, message }) = self.looked_at(fields) {
            return problem(field, &message);
        }
        Ok(vec![Command::RecordReading(Box::new(NewReading {
            code,
            base: self.base(day),
            period,
            value: fields.value("value"),
            reported_by: fields.owned("reported_by"),
            reported_on: fields.date("reported_on"),
            source: fields.owned("source"),
            evidence: fields.owned("evidence"),
            meaning: Some(fields.owned("meaning"))
                .filter(|m| !m.is_empty())
                .unwrap_or_else(|| self.said_before(fields)),
            decision: DecisionKind::from_word(fields.said("decision")),
            reason: fields.owned("reason"),
        }))])
    }

    fn settle(&mut self, sides: &ConflictSides, mine: bool, fields: &mut Fields) {
        self.insisted = u32::try_from(sides.base).ok();
        let theirs = sides.fields.iter().filter(|_| !mine);
        for (name, _, theirs) in theirs {
            if let Some(field) = fields.get_mut(name) {
                field.set(if field.reads.echo(theirs).is_ok() { theirs } else { "" });
            }
        }
    }

    fn question(&self) -> Option<Question> {
        Some(Question::Dossier(self.row.code().to_owned()))
    }

    fn learn(&mut self, reply: &Reply, _fields: &mut Fields) {
        if let Reply::Dossier(dossier) = reply {
            self.dossier = Some(dossier.clone());
        }
    }

    fn asked_for(&self, name: &str, fields: &mut Fields) {
        if let Some(field) = fields.get_mut(name).filter(|field| field.name == "reason") {
            field.required = true;
        }
    }

    fn sight(&self, fields: &Fields, theme: Theme, width: u16) -> Vec<Line<'static>> {
        let definition = &self.row.objective.definition;
        let percent = definition.unit_is_percent();
        let mut lines = vec![Line::from(vec![
            Span::raw(format!(" {}  ", crate::tui::form::sight::status_words(&self.row, theme))),
            Span::styled(format!("target {}", one_line(&definition.target_text())), theme.strong()),
            Span::raw(match self.row.judgement.next_report {
                Some((_, last)) => format!("   to report by {}", day_named(last)),
                None => String::new(),
            }),
        ])];
        let last = self.standings().iter().rev().take(LAST).rev();
        let mut readings = vec![Span::styled(" last  ", theme.quiet())];
        for standing in last {
            let label = self.calendar().period_label(definition.frequency, standing.period);
            let (mark, _) = theme.verdict_mark(standing.verdict);
            readings.push(Span::styled(format!("{label} "), theme.quiet()));
            readings.push(Span::raw(format!("{mark} {}   ", standing.value.shown(percent, 1))));
        }
        if readings.len() > 1 {
            lines.push(Line::from(readings));
            lines.push(crate::tui::form::sight::spark(&self.row, &self.rules, self.today, theme));
        } else {
            lines.push(Line::from(" no reading yet; this is the first").style(theme.quiet()));
        }
        let newest = self.dossier.as_ref().and_then(|d| Some((d, d.standings.last()?)));
        if let Some(reading) =
            newest.and_then(|(d, standing)| d.reading_of(standing)).filter(|r| !r.evaluation.is_empty())
        {
            lines.push(Line::from(format!(" “{}”", one_line(&reading.evaluation))));
        }
        if let Some(standing) = self.standing(fields) {
            let label = self.calendar().period_label(definition.frequency, standing.period);
            let said = format!(" this corrects {} of {label}", standing.value.shown(percent, 1));
            lines.push(Line::from(said).style(theme.strong()));
        }
        let unusual = self.looked_at(fields).unwrap_or_default().into_iter();
        lines.extend(unusual.map(|doubt| {
            Line::from(format!(" {}", text::cut(&doubt, usize::from(width).saturating_sub(1)))).style(theme.strong())
        }));
        lines
    }
}
