//! Which column of a file is which of our fields: our own headers, the synonyms people use, and `--map`.

use super::near;
use super::problem::Note;

/// One of our fields, by its contract header, and the headers of other people that mean it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The contract header.
    pub name: &'static str,
    /// Headers that mean the same, the surest first; several text columns of one field are joined.
    synonyms: &'static [&'static str],
    /// Headers whose cells are put behind the field's text with their name: `derived: yes`.
    remarks: &'static [&'static str],
    /// Whether the field is free text, so that several columns may fill it.
    text: bool,
}

const fn field(name: &'static str, synonyms: &'static [&'static str]) -> Field {
    Field { name, synonyms, remarks: &[], text: false }
}

const fn text(name: &'static str, synonyms: &'static [&'static str]) -> Field {
    Field { name, synonyms, remarks: &[], text: true }
}

const fn remarked(name: &'static str, synonyms: &'static [&'static str], remarks: &'static [&'static str]) -> Field {
    Field { name, synonyms, remarks, text: true }
}

/// The fields of an objective, in the order they are written.
#[rustfmt::skip]
pub const OBJECTIVE_FIELDS: [Field; 48] = [
    field("code", &["objective code", "objective id", "objective ref", "objective no", "kpi id", "id", "ref", "reference", "no", "nr", "number", "key"]),
    field("title", &["objective title", "objective", "goal", "objective statement", "statement", "name", "description"]),
    field("kind", &["objective kind", "objective type", "type"]),
    field("level", &["organizational level", "organisational level", "tier"]),
    field("function", &["department", "dept", "business function", "business unit", "division", "area", "team"]),
    field("parent", &["parent code", "parent id", "parent objective", "contributes to", "cascades from", "supports"]),
    field("owner", &["objective owner", "accountable", "accountable person", "responsible", "responsible person", "assignee", "lead"]),
    field("metric", &["metric name", "kpi", "kpi name", "measure", "indicator", "performance indicator"]),
    text("formula", &["calculation", "calculation method", "how measured", "definition"]),
    remarked("data_source", &["source", "information source", "source url"], &["gaps"]),
    field("unit", &["units", "unit of measure", "uom"]),
    field("direction", &["desired direction", "good direction", "polarity", "better"]),
    field("operator", &["op", "comparison", "comparator", "condition"]),
    field("baseline", &["baseline value", "start value", "starting value"]),
    field("baseline_date", &["baseline on", "baseline period", "baseline year"]),
    field("baseline_estimated", &["baseline estimate", "estimated baseline", "baseline is estimated"]),
    field("target", &["target value", "goal value", "target level", "desired value"]),
    field("target_high", &["target max", "target upper", "upper target", "target to"]),
    field("warn", &["warning", "warn limit", "warning limit", "amber", "tolerated to", "tolerance"]),
    field("floor", &["worst bearable", "red", "limit", "minimum acceptable"]),
    field("required_met", &["required periods", "periods required", "k of n"]),
    field("frequency", &["freq", "how often", "measurement frequency", "monitoring frequency", "reporting frequency", "cadence", "interval", "measured"]),
    field("grace_days", &["grace", "days to report"]),
    field("fiscal_year_start", &["fiscal year start month", "fy start month", "fy start"]),
    field("start", &["start date", "starts on", "valid from", "begin"]),
    field("due", &["due date", "deadline", "target date", "completion date", "complete by", "end date", "by when", "when"]),
    field("waypoints", &["interim targets", "interim target", "target steps"]),
    field("criteria", &["acceptance criteria", "success criteria", "milestones", "deliverables"]),
    text("what", &["what will be done", "action plan", "actions", "activities", "initiatives", "plan"]),
    text("resources", &["resources needed", "resources required", "resource", "budget"]),
    text("how_evaluated", &["how results are evaluated", "evaluation method", "method of evaluation"]),
    field("evaluator", &["evaluated by", "judged by"]),
    field("collector", &["data collector", "information collector", "measured by", "reported by"]),
    field("metric_owner", &["kpi owner", "measure owner", "information owner"]),
    text("why_target", &["why this target", "target rationale", "rationale", "justification"]),
    field("links", &["linked to", "serves", "traces to"]),
    field("tags", &["tag", "labels", "keywords", "scorecard"]),
    field("lifecycle", &["lifecycle state", "state"]),
    field("approved_on", &["approval date", "approved date", "date approved"]),
    field("approved_by", &["approver", "approval body"]),
    field("approved_ref", &["approval reference", "approval ref"]),
    text("population", &["cut off rule", "what is counted", "measured population"]),
    text("cascade_note", &["why not cascaded", "not cascaded because"]),
    field("review_on", &["review date", "next review", "next review date"]),
    text("granted", &["resources granted", "budget granted", "approved budget"]),
    field("granted_by", &["resources granted by"]),
    field("granted_on", &["resources granted on"]),
    text("spent", &["resources spent", "budget spent", "resources used"]),
];

/// The fields of a reading, in the order they are written.
#[rustfmt::skip]
pub const READING_FIELDS: [Field; 14] = [
    field("code", &["objective code", "objective id", "objective ref", "objective no", "objective", "kpi id", "id", "ref", "reference", "no", "nr", "number", "key"]),
    field("period_end", &["period ending", "measured on", "measurement date", "reading date", "period", "date", "as of", "period label", "month", "quarter", "week", "year"]),
    field("value", &["actual value", "measured value", "actual", "reading", "result", "measurement", "score"]),
    field("numerator", &["num", "counted", "count"]),
    field("denominator", &["den", "out of", "total", "population"]),
    field("recorded_on", &["recorded", "recorded date", "date recorded", "entered on", "entry date"]),
    field("reported_by", &["reporter", "provided by"]),
    field("reported_on", &["report date", "date reported"]),
    remarked("source", &["data source", "source url"], &["derived"]),
    text("evidence", &["evidence url", "evidence link", "proof", "attachment"]),
    text("evaluation", &["meaning", "what it means", "interpretation", "analysis", "published status", "comment", "comments", "remark", "remarks", "note", "notes"]),
    field("evaluated_by", &["evaluator", "judged by"]),
    field("decision", &["decision taken", "what we decided"]),
    field("reason", &["reason for change", "correction reason", "restatement reason", "why changed"]),
];

/// The fields of a source, in the order they are written.
#[rustfmt::skip]
pub const SOURCE_FIELDS: [Field; 18] = [
    field("ref", &["reference", "source ref", "risk id", "risk ref", "requirement id", "finding id", "commitment id", "id", "no", "nr", "number", "key", "code"]),
    field("kind", &["source kind", "source type", "type", "category", "register"]),
    field("title", &["name", "risk title", "risk", "requirement", "finding", "commitment", "statement", "subject", "summary"]),
    field("level", &["risk level", "current level", "residual level", "severity", "rating", "priority"]),
    field("status", &["state"]),
    text("detail", &["details", "description", "text", "comment", "comments", "note", "notes"]),
    field("owner", &["risk owner", "source owner", "responsible", "accountable"]),
    field("policy", &["policy name", "policy id", "document"]),
    field("policy_version", &["policy edition", "version"]),
    field("party", &["interested party", "stakeholder", "regulator", "customer"]),
    field("requirement_type", &["requirement kind", "type of requirement", "legal type"]),
    field("mandated", &["mandated metric", "mandatory metric", "metric prescribed"]),
    field("covered_by", &["routine control", "covered by control", "control"]),
    field("treats", &["treats risk", "treated risk", "for risk"]),
    field("due", &["due date", "deadline", "target date", "by when"]),
    field("acceptance", &["risk acceptance", "accepted by", "acceptance note"]),
    field("date", &["day", "occurred on", "date of finding", "assessed on", "event date"]),
    field("significant", &["significant event", "is significant"]),
];

/// The fields of a person, role or function, in the order they are written.
#[rustfmt::skip]
pub const PEOPLE_FIELDS: [Field; 7] = [
    field("name", &["full name", "person", "employee", "display name"]),
    field("role", &["post", "position", "job title", "title"]),
    field("function", &["department", "dept", "business function", "business unit", "division", "area", "team", "unit"]),
    field("email", &["e mail", "mail", "email address", "e mail address"]),
    field("from", &["active from", "start", "start date", "joined", "since", "valid from"]),
    field("until", &["active until", "to", "end", "end date", "left", "valid until", "last day"]),
    field("successor", &["succeeded by", "taken over by", "replacement"]),
];

/// A call whose `--map` or a file whose headers cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderProblem {
    /// The words of `--map` are off.
    Map(String),
    /// The file lacks a column it needs, or has one twice.
    File(String),
}

/// One column that fills a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place in the row, from 0.
    pub at: usize,
    /// Whether its header is put before its text.
    pub remark: bool,
}

/// Which columns fill which field.
#[derive(Clone, Debug)]
pub struct Mapping {
    fields: &'static [Field],
    headers: Vec<String>,
    /// Per field, in the order of the table.
    columns: Vec<Vec<Column>>,
    /// Columns that fill no field.
    pub notes: Vec<Note>,
}

impl Mapping {
    /// Finds the fields behind `headers`: `maps` (`field=Header`) first, then our own headers, then synonyms.
    /// `required` fields must be found.
    pub fn find(
        fields: &'static [Field],
        headers: &[&str],
        maps: &[String],
        required: &[&str],
    ) -> Result<Mapping, HeaderProblem> {
        let mut mapping = Mapping {
            fields,
            headers: headers.iter().map(|h| (*h).trim_start_matches('\u{feff}').trim().to_owned()).collect(),
            columns: vec![Vec::new(); fields.len()],
            notes: Vec::new(),
        };
        let mut taken = vec![false; headers.len()];
        for map in maps {
            mapping.take_map(map, &mut taken)?;
        }
        mapping.guess(&mut taken)?;
        mapping.note_what_is_left(&taken);
        for name in required {
            if !mapping.has(name) {
                return Err(HeaderProblem::File(format!(
                    "no column for `{name}`; the file has {}. Say which one it is with --map {name}=Header",
                    mapping.header_list()
                )));
            }
        }
        Ok(mapping)
    }

    /// Whether any column fills the field.
    pub fn has(&self, field: &str) -> bool {
        !self.columns_of(field).is_empty()
    }

    /// The columns that fill a field.
    pub fn columns_of(&self, field: &str) -> &[Column] {
        self.fields.iter().position(|f| f.name == field).map_or(&[], |at| &self.columns[at])
    }

    /// The place of the one column that fills a field.
    pub fn column(&self, field: &str) -> Option<usize> {
        self.columns_of(field).first().map(|column| column.at)
    }

    /// The header of the column that fills a field, as the file has it; our own name where none does.
    pub fn header<'a>(&'a self, field: &'a str) -> &'a str {
        self.column(field).map_or(field, |at| &self.headers[at])
    }

    /// The header of a column.
    pub fn header_at(&self, column: usize) -> &str {
        &self.headers[column]
    }

    /// How many columns the header line has.
    pub fn width(&self) -> usize {
        self.headers.len()
    }

    /// (field, header) of every column that is read.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let of = |(field, columns): (&Field, &Vec<Column>)| -> Vec<(String, String)> {
            columns.iter().map(|column| (field.name.to_owned(), self.headers[column.at].clone())).collect()
        };
        self.fields.iter().zip(&self.columns).flat_map(of).collect()
    }

    fn header_list(&self) -> String {
        self.headers.iter().map(|h| format!("`{h}`")).collect::<Vec<_>>().join(", ")
    }

    fn take_map(&mut self, map: &str, taken: &mut [bool]) -> Result<(), HeaderProblem> {
        let (name, header) = map
            .split_once('=')
            .ok_or_else(|| HeaderProblem::Map(format!("--map {map}: write it as field=Header, for example code=Id")))?;
        let (name, header) = (name.trim(), header.trim());
        let at = self.fields.iter().position(|field| plain(field.name) == plain(name)).ok_or_else(|| {
            let hint = near::hint(name, self.fields.iter().map(|field| field.name));
            HeaderProblem::Map(format!("--map {map}: there is no field `{name}`{hint}"))
        })?;
        let exact = self.headers.iter().position(|h| h == header);
        let column =
            exact.or_else(|| self.headers.iter().position(|h| plain(h) == plain(header))).ok_or_else(|| {
                let hint = near::hint(header, self.headers.iter().map(String::as_str));
                HeaderProblem::Map(format!("--map {map}: the file has no column `{header}`{hint}"))
            })?;
        if taken[column] {
            return Err(HeaderProblem::Map(format!("--map {map}: the column `{header}` is already mapped")));
        }
        if !self.columns[at].is_empty() && !self.fields[at].text {
            return Err(HeaderProblem::Map(format!(
                "--map {map}: `{name}` takes one column, and it is already mapped"
            )));
        }
        taken[column] = true;
        self.columns[at].push(Column { at: column, remark: false });
        Ok(())
    }

    fn guess(&mut self, taken: &mut [bool]) -> Result<(), HeaderProblem> {
        let names: Vec<String> = self.headers.iter().map(|header| plain(header)).collect();
        let mapped: Vec<bool> = self.columns.iter().map(|columns| !columns.is_empty()).collect();
        for (at, field) in self.fields.iter().enumerate().filter(|(at, _)| !mapped[*at]) {
            for name in std::iter::once(&field.name).chain(field.synonyms) {
                let known = plain(name);
                let same: Vec<usize> = (0..names.len()).filter(|c| !taken[*c] && names[*c] == known).collect();
                if let [first, _, ..] = same[..] {
                    return Err(HeaderProblem::File(format!(
                        "the header `{}` stands {} times; rename one or say which with --map",
                        self.headers[first],
                        same.len()
                    )));
                }
                if let Some(column) = same.first().filter(|_| field.text || self.columns[at].is_empty()) {
                    taken[*column] = true;
                    self.columns[at].push(Column { at: *column, remark: false });
                }
            }
        }
        for (at, field) in self.fields.iter().enumerate() {
            for name in field.remarks {
                if let Some(column) = (0..names.len()).find(|c| !taken[*c] && names[*c] == *name) {
                    taken[column] = true;
                    self.columns[at].push(Column { at: column, remark: true });
                }
            }
        }
        Ok(())
    }

    fn note_what_is_left(&mut self, taken: &[bool]) {
        for column in (0..taken.len()).filter(|column| !taken[*column]) {
            let header = &self.headers[column];
            let name = plain(header);
            let meant =
                self.fields.iter().find(|field| field.synonyms.contains(&name.as_str()) || plain(field.name) == name);
            let text = match meant {
                Some(field) => format!("is not imported: `{}` already fills {}", self.header(field.name), field.name),
                None if header.is_empty() => format!("column {} has no header and is not imported", column + 1),
                None => "is not imported: it fits no field; --map field=Header takes it over".to_owned(),
            };
            self.notes.push(Note::cell(0, header, text));
        }
    }
}

/// A header without case, signs and what stands in brackets: `Target date (planned)` is `target date`.
fn plain(header: &str) -> String {
    let open = header.find(['(', '[']).filter(|at| *at > 0).unwrap_or(header.len());
    let words = header[..open].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// How a header was recognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recognized {
    /// It is our own header.
    Own,
    /// It means the same; the place among the synonyms, the surest first.
    Synonym(usize),
    /// Its cells are put behind the text of the field, with the header before them.
    Remark,
}

/// Every field a header may stand for, the surest first.
pub fn fields_named(fields: &'static [Field], header: &str) -> Vec<(&'static Field, Recognized)> {
    let name = plain(header);
    let of = |field: &'static Field| {
        if plain(field.name) == name {
            return Some((field, Recognized::Own));
        }
        let synonym = field.synonyms.iter().position(|known| *known == name).map(Recognized::Synonym);
        let remark = field.remarks.contains(&name.as_str()).then_some(Recognized::Remark);
        synonym.or(remark).map(|how| (field, how))
    };
    let mut found: Vec<(&Field, Recognized)> =
        if name.is_empty() { Vec::new() } else { fields.iter().filter_map(of).collect() };
    found.sort_by_key(|(_, how)| *how);
    found
}

impl Field {
    /// Whether several columns may fill it, joined.
    pub fn takes_several(&self) -> bool {
        self.text
    }
}
