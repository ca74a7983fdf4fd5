//! The XML parts of a packed file: names, attributes and texts, read one after the other.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::WorkbookProblem;
use super::archive::{Archive, damaged, part};

/// The text of a part; `None` where there is none of that name.
pub(super) fn text_of(archive: &mut Archive, name: &str) -> Result<Option<String>, WorkbookProblem> {
    let Some(bytes) = part(archive, name)? else { return Ok(None) };
    let text = String::from_utf8(bytes).map_err(|_| damaged(format!("{name} is not UTF-8")))?;
    Ok(Some(text))
}

/// Elements and texts of a part, in their order.
pub(super) struct Xml<'t> {
    reader: Reader<&'t [u8]>,
}

/// The next thing of a part. An element without content comes as its start and its end.
pub(super) enum Piece<'t> {
    /// An element begins.
    Start(BytesStart<'t>),
    /// An element ends; its name without the prefix.
    End(String),
    /// A text, its entities resolved.
    Text(String),
}

impl<'t> Xml<'t> {
    pub fn new(text: &'t str) -> Xml<'t> {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        Xml { reader }
    }

    /// The next piece; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Piece<'t>>, WorkbookProblem> {
        loop {
            return Ok(Some(match self.reader.read_event().map_err(damaged)? {
                Event::Start(start) | Event::Empty(start) => Piece::Start(start),
                Event::End(end) => Piece::End(end.local_name().as_ref().to_owned()),
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => Piece::Text(resolved(&entity)),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            }));
        }
    }
}

/// An entity of XML itself or the number of a character; entities a document defines are not expanded.
fn resolved(entity: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = entity.resolve_char_ref() {
        return c.to_string();
    }
    let name: &str = entity;
    quick_xml::escape::resolve_xml_entity(name).unwrap_or("\u{fffd}").to_owned()
}

/// The name of an element without its prefix.
pub(super) fn name_of(start: &BytesStart<'_>) -> String {
    start.local_name().as_ref().to_owned()
}

/// An attribute by its name without prefix; `None` where it is missing or broken.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}
