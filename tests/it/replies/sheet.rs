//! A reply sheet filled in as a spreadsheet program would: cells changed in the file, everything else kept.

use std::io::{Cursor, Read, Write};

use sixtwo::exchange::input::Source;
use sixtwo::exchange::workbook::{Cell, CellAt, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The column that holds the way back of each row.
const KEY: u32 = 10;

/// A workbook whose first sheet is a reply sheet.
pub struct Filled {
    bytes: Vec<u8>,
}

impl Filled {
    pub fn of(bytes: Vec<u8>) -> Filled {
        Filled { bytes }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn book(&self) -> Workbook {
        Workbook::read(&Source::from(self.bytes.clone()), "reply.xlsx").expect("a workbook")
    }

    /// The texts of a row, by the number of the row.
    pub fn texts(&self, row: u32) -> Vec<String> {
        let book = self.book();
        book.sheets[0].row(row).map(|row| row.cells.iter().map(Cell::text).collect()).unwrap_or_default()
    }

    /// The keys of all rows that ask for something.
    pub fn keys(&self) -> Vec<String> {
        let rows = self.book().sheets.swap_remove(0).rows.into_iter();
        let key = |row: sixtwo::exchange::workbook::SheetRow| row.cells.get(KEY as usize).map(Cell::text);
        rows.filter_map(key).filter(|key| !key.is_empty() && !key.starts_with("sixtwo")).collect()
    }

    /// The number of the row with a key.
    pub fn row(&self, key: &str) -> u32 {
        let book = self.book();
        let rows = &book.sheets[0].rows;
        let row = rows.iter().find(|row| row.cells.get(KEY as usize).is_some_and(|cell| cell.text() == key));
        row.unwrap_or_else(|| panic!("no row `{key}` in {:?}", self.keys())).number
    }

    /// Types into the cell of a row under a heading of its part.
    pub fn fill(self, key: &str, heading: &str, text: &str) -> Filled {
        let row = self.row(key);
        let book = self.book();
        let heads = (1..row).rev().find_map(|above| {
            let cells = &book.sheets[0].row(above)?.cells;
            let marked = cells.get(KEY as usize).is_some_and(|cell| cell.text() == "sixtwo columns");
            marked.then(|| cells.iter().position(|cell| cell.text() == heading))
        });
        let column = heads.flatten().unwrap_or_else(|| panic!("no column `{heading}` over row {row}"));
        self.type_into(&CellAt::new(row, column as u32).to_string(), text)
    }

    /// Types into a cell.
    pub fn type_into(self, at: &str, text: &str) -> Filled {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        self.changed(|xml| {
            let open = format!("<c r=\"{at}\"");
            let from = xml.find(&open).unwrap_or_else(|| panic!("no cell {at}"));
            let tag = from + xml[from..].find('>').expect("the end of a tag");
            let end = match xml[..tag].ends_with('/') {
                true => tag + 1,
                false => tag + xml[tag..].find("</c>").expect("the end of a cell") + "</c>".len(),
            };
            let style = xml[from..tag].split_whitespace().find(|part| part.starts_with("s=")).unwrap_or_default();
            let style = style.trim_end_matches('/');
            let cell = format!("<c r=\"{at}\" {style} t=\"inlineStr\"><is><t>{escaped}</t></is></c>");
            format!("{}{cell}{}", &xml[..from], &xml[end..])
        })
    }

    /// The file with its first sheet rewritten.
    fn changed(self, change: impl Fn(&str) -> String) -> Filled {
        let mut archive = ZipArchive::new(Cursor::new(self.bytes)).expect("a workbook is a zip");
        let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).expect("a part");
            let name = file.name().expect("the name of a part").into_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("the bytes of a part");
            if name == "xl/worksheets/sheet1.xml" {
                bytes = change(std::str::from_utf8(&bytes).expect("a sheet is text")).into_bytes();
            }
            packed.start_file(name, SimpleFileOptions::default()).expect("a part");
            packed.write_all(&bytes).expect("a part");
        }
        Filled { bytes: packed.finish().expect("a workbook").into_inner() }
    }

    /// The raw text of a part of the file.
    pub fn part(&self, name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(self.bytes.as_slice())).expect("a workbook is a zip");
        let mut text = String::new();
        archive.by_name(name).expect(name).read_to_string(&mut text).expect("a part is text");
        text
    }
}
