//! A second program's view of the file: texts by page, the outline, the catalog.

use lopdf::{Dictionary, Document, Object};

/// A file that was opened.
pub struct Opened {
    file: Document,
}

/// Without white space: where a line ends is the writer's business.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

impl Opened {
    /// Reads the bytes.
    pub fn new(bytes: &[u8]) -> Opened {
        Opened { file: Document::load_mem(bytes).expect("a second program opens the file") }
    }

    /// The text of every page, without white space.
    pub fn pages(&self) -> Vec<String> {
        let numbers = self.file.get_pages().into_keys();
        numbers.map(|number| squeezed(&self.file.extract_text(&[number]).expect("the text of a page"))).collect()
    }

    /// The text of all pages without their running heads and feet, as far as the order on the page tells.
    pub fn text(&self) -> String {
        self.pages().concat()
    }

    /// Width and height of the first page in whole points.
    pub fn size(&self) -> (i64, i64) {
        let first = *self.file.get_pages().get(&1).expect("a first page");
        let page = self.file.get_dictionary(first).expect("its entries");
        let bounds = page.get(b"MediaBox").and_then(Object::as_array).expect("its size");
        let at = |index: usize| bounds[index].as_float().expect("a number").round() as i64;
        (at(2), at(3))
    }

    /// The file's catalog.
    pub fn catalog(&self) -> &Dictionary {
        self.file.catalog().expect("a catalog")
    }

    /// Lines of the outline with their depth.
    pub fn outline(&self) -> Vec<(usize, String)> {
        let mut lines = Vec::new();
        if let Ok(root) = self.catalog().get(b"Outlines").and_then(Object::as_reference) {
            self.level(self.file.get_dictionary(root).expect("the outline"), 0, &mut lines);
        }
        lines
    }

    fn level(&self, above: &Dictionary, depth: usize, lines: &mut Vec<(usize, String)>) {
        let mut next = above.get(b"First").and_then(Object::as_reference);
        while let Ok(id) = next {
            let line = self.file.get_dictionary(id).expect("a line of the outline");
            let title = line.get(b"Title").and_then(Object::as_str).expect("its words");
            lines.push((depth, words(title)));
            self.level(line, depth + 1, lines);
            next = line.get(b"Next").and_then(Object::as_reference);
        }
    }

    /// Alternative texts in the tree of the document, and the names of its places.
    pub fn tree(&self) -> (Vec<String>, Vec<String>) {
        let (mut texts, mut names) = (Vec::new(), Vec::new());
        for object in self.file.objects.values() {
            let Ok(place) = object.as_dict() else { continue };
            if let Ok(name) = place.get(b"S").and_then(Object::as_name) {
                names.push(String::from_utf8_lossy(name).into_owned());
            }
            texts.extend(place.get(b"Alt").and_then(Object::as_str).map(words));
        }
        (texts, names)
    }
}

/// A text string of the file: UTF-16 behind its mark, else as it stands.
fn words(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).expect("UTF-16")
        }
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
