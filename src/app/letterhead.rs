//! What an organization puts on all its papers: settings of the register as the house of a document.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::papers::{Format, Written};
use super::rules;
use super::{Refusal, RefusalKind, Session};
use crate::domain::period::Date;
use crate::domain::text::one_line;
use crate::report::document::{DateStyle, Document, House, Logo, LogoKind, PaperSize};

/// The value of a setting that says nothing.
pub(super) const NONE: &str = "none";
/// Longest text on a head line, in characters.
const LONGEST: usize = 60;
/// Largest picture, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// What a number of a paper may hold, with what it becomes.
const PARTS: [&str; 4] = ["{paper}", "{year}", "{month}", "{date}"];

impl Session {
    /// A document as a file, with the letterhead of the register on it. `kind` is the word for this kind of paper in its
    /// number: `pack`.
    pub(super) fn paper(&self, mut document: Document, kind: &str, format: Format) -> Result<Written, Refusal> {
        let (house, notes) = self.house(kind, document.as_of, &document.organization)?;
        document.house = house;
        let mut paper = crate::report::write(&document, format)
            .map_err(|error| Refusal::new(RefusalKind::Broken, error.to_string()))?;
        paper.notes.splice(0..0, notes);
        Ok(paper)
    }

    fn house(&self, kind: &str, as_of: Date, organization: &str) -> Result<(House, Vec<String>), Refusal> {
        let entries = rules::entries(&self.store.reader().settings()?, self.env.clock.now().today);
        let held = |name: &str| entries.iter().find(|entry| entry.name == name).map_or("", |entry| &entry.value);
        let said = |name: &str| Some(held(name)).filter(|value| *value != NONE).unwrap_or_default();
        let mut notes = Vec::new();
        let logo = match said("logo") {
            "" => None,
            path => picture(Path::new(path))
                .map_err(|why| notes.push(format!("the paper has no logo: {why}")))
                .ok()
                .map(|(kind, bytes)| Logo { kind, bytes, says: organization.to_owned() }),
        };
        let house = House {
            logo,
            document_id: filled(said("document_id"), kind, as_of),
            classification: said("classification").to_owned(),
            size: if held("paper_size") == "letter" { PaperSize::Letter } else { PaperSize::A4 },
            dates: match held("date_style") {
                "iso" => DateStyle::Iso,
                "dots" => DateStyle::Dots,
                _ => DateStyle::Words,
            },
        };
        Ok((house, notes))
    }
}

/// `ISMS-{paper}-{year}` is `ISMS-pack-2026` on a pack of that year.
fn filled(pattern: &str, kind: &str, as_of: Date) -> String {
    let values = [kind.to_owned(), as_of.format("%Y").to_string(), as_of.format("%m").to_string(), as_of.to_string()];
    PARTS.iter().zip(values).fold(pattern.to_owned(), |made, (part, value)| made.replace(part, &value))
}

/// Words on a head line, as they are stored; why they cannot stand there.
pub(super) fn words(value: &str) -> Result<String, String> {
    let value = value.trim();
    let length = value.chars().count();
    match () {
        () if value.is_empty() || value.eq_ignore_ascii_case(NONE) => Ok(NONE.to_owned()),
        () if one_line(value) != value => Err("it holds a line break or a sign that cannot be printed".to_owned()),
        () if length > LONGEST => Err(format!("it has {length} characters and a head line has room for {LONGEST}")),
        () => Ok(value.to_owned()),
    }
}

/// The number of papers, with parts that change from paper to paper.
pub(super) fn pattern(value: &str) -> Result<String, String> {
    let value = words(value)?;
    let bare = PARTS.iter().fold(value.clone(), |rest, part| rest.replace(part, ""));
    if bare.contains(['{', '}']) {
        return Err(format!("what stands in braces is one of {}", PARTS.join(", ")));
    }
    Ok(value)
}

/// The path of a picture that can be read now, in full, so that it is found from every folder.
pub(super) fn logo(value: &str) -> Result<String, String> {
    let value = value.trim();
    if value.is_empty() || value.eq_ignore_ascii_case(NONE) {
        return Ok(NONE.to_owned());
    }
    picture(Path::new(value))?;
    let path = fs::canonicalize(value).map_err(|error| format!("{value} cannot be found: {error}"))?;
    path.into_os_string().into_string().map_err(|_| format!("the path of {value} is not UTF-8"))
}

fn picture(path: &Path) -> Result<(LogoKind, Vec<u8>), String> {
    let shown = one_line(&path.display().to_string()).into_owned();
    let unread = |error: std::io::Error| format!("{shown} cannot be read: {error}");
    let file = fs::File::open(path).map_err(unread)?;
    if !file.metadata().map_err(unread)?.is_file() {
        return Err(format!("{shown} is no file"));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unread)?;
    match bytes.as_slice() {
        bytes if bytes.len() as u64 > LARGEST => Err(format!("{shown} is larger than 1 MB; save it smaller")),
        [0x89, b'P', b'N', b'G', ..] => Ok((LogoKind::Png, bytes)),
        [0xff, 0xd8, 0xff, ..] => Ok((LogoKind::Jpeg, bytes)),
        _ => Err(format!("{shown} is neither PNG nor JPEG; save it as one of them")),
    }
}
