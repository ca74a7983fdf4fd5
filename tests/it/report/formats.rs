//! One document in every format: nothing is lost on the way, nothing in it acts, the same bytes every time.

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
use sixtwo::domain::snapshot::sha256_hex;
use sixtwo::domain::text::acts;
use sixtwo::report::document::{Block, Cell, Column, Document, Part, Table};
use sixtwo::report::{Format, write};

use super::everything::{Texts, document, exact};
use super::fixture::day;

fn bytes(document: &Document, format: Format) -> Vec<u8> {
    write(document, format).unwrap_or_else(|error| panic!("{}: {error}", format.word())).bytes
}

/// The files of a zip.
fn members(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..zip.len())
        .map(|at| {
            let mut member = zip.by_index(at).expect("a member");
            let mut text = String::new();
            member.read_to_string(&mut text).expect("text");
            (member.name().expect("a name").to_string(), text)
        })
        .collect()
}

/// Every cell of every sheet.
fn cells(bytes: &[u8]) -> Vec<(String, Data)> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let sheets = book.worksheets();
    sheets
        .into_iter()
        .flat_map(|(name, range)| {
            range.used_cells().map(|(_, _, data)| (name.clone(), data.clone())).collect::<Vec<_>>()
        })
        .collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

/// The words of a file in a format, however it is packed.
fn words(document: &Document, format: Format) -> String {
    let bytes = bytes(document, format);
    match format {
        Format::Csv => members(&bytes).into_iter().map(|(_, text)| text).collect(),
        Format::Xlsx => cells(&bytes).into_iter().map(|(_, data)| format!("{data}\n")).collect(),
        _ => text(bytes),
    }
}

const WRITTEN: [Format; 5] = [Format::Html, Format::Md, Format::Csv, Format::Xlsx, Format::Json];

#[test]
fn every_text_is_in_every_format() {
    let mut texts = Texts::new(|at| format!("word{at}end"));
    let document = document(&mut texts);
    assert!(texts.given.len() > 100, "{} texts", texts.given.len());
    for format in WRITTEN {
        let words = words(&document, format);
        // The line at the foot of pages has no place among the cells of a workbook, and CSS spells it out.
        for given in texts.given.iter().filter(|given| **given != document.foot || format != Format::Xlsx) {
            assert!(words.contains(given.as_str()), "{given} is not in {}", format.word());
        }
    }
}

#[test]
fn numbers_days_and_marks_stay_themselves() {
    let mut texts = Texts::new(|at| format!("word{at}end"));
    let document = document(&mut texts);
    let numbers: Vec<f64> = cells(&bytes(&document, Format::Xlsx))
        .into_iter()
        .filter_map(|(_, data)| if let Data::Float(number) = data { Some(number) } else { None })
        .collect();
    assert!(numbers.contains(&0.915) && numbers.contains(&-3.0), "{numbers:?}");
    let dates = cells(&bytes(&document, Format::Xlsx)).into_iter().filter(|(_, data)| data.is_datetime());
    assert_eq!(dates.map(|(_, data)| data.to_string()).collect::<Vec<_>>(), ["46335", "46336", "46335", "46336"]);
    let csv = words(&document, Format::Csv);
    assert!(csv.contains(",91.5,") && csv.contains(",-3,") && csv.contains(",2026-11-09,"), "{csv}");
    let json: serde_json::Value = serde_json::from_slice(&bytes(&document, Format::Json)).expect("JSON");
    assert_eq!(json["schema"], "sixtwo-document-1");
    let cell = &json["parts"][0]["blocks"][6]["rows"][0][5];
    assert_eq!((cell["number"].to_string(), cell["percent"].as_bool()), ("91.5".to_owned(), Some(true)));
    for format in WRITTEN {
        assert!(words(&document, format).contains("at risk"), "{}", format.word());
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for format in WRITTEN {
        let [one, other] = [(); 2].map(|()| bytes(&document(&mut Texts::new(|at| format!("word{at}end"))), format));
        assert_eq!(sha256_hex(&one), sha256_hex(&other), "{}", format.word());
    }
    let core = members_of_workbook(&document(&mut Texts::new(|at| format!("word{at}end"))), "docProps/core.xml");
    assert!(core.contains("2026-11-09T00:00:00Z"), "the day of the document: {core}");
}

fn members_of_workbook(document: &Document, name: &str) -> String {
    let bytes = bytes(document, Format::Xlsx);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect("the part is there").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn a_workbook_is_set_up_to_read_and_to_print() {
    let document = document(&mut Texts::new(|at| format!("word{at}end")));
    let bytes = bytes(&document, Format::Xlsx);
    let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&bytes)).expect("a workbook");
    let names = book.sheet_names();
    assert_eq!((names[0].as_str(), names[1].as_str()), ("Contents", "Summary"));
    assert_eq!(names.len(), 5, "contents, three parts, the figures of the charts: {names:?}");
    let contents = members_of_workbook(&document, "xl/worksheets/sheet1.xml");
    assert!(contents.contains("location=\"Summary!A1\"") || contents.contains("location=\"'Summary'!A1\""));
    let summary = members_of_workbook(&document, "xl/worksheets/sheet2.xml");
    for set in ["paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\"", "<conditionalFormatting"] {
        assert!(summary.contains(set), "{set} is missing");
    }
    let chart = members_of_workbook(&document, "xl/charts/chart1.xml");
    assert!(chart.contains("<c:lineChart>") && chart.contains("<c:v>Target</c:v>"), "{chart}");
    assert!(chart.contains("'Chart figures'!"), "the figures are those of the sheet");
}

#[test]
fn a_single_table_is_one_csv_file_with_a_frozen_heading_in_a_workbook() {
    let table = Table {
        caption: "Numbers".to_owned(),
        quiet_caption: true,
        columns: vec![Column::words("What", 0), Column::numbers("How many", 0), Column::words("When", 0)],
        rows: vec![vec![
            Cell::Text("a \"quoted\", text".to_owned()),
            Cell::amount("-1.25 h", Some(exact("-1.25")), false, ""),
            Cell::day(day("2026-11-09"), "9 Nov 2026", ""),
        ]],
        names: 0,
        dense: false,
    };
    let mut document = document(&mut Texts::new(|at| format!("word{at}end")));
    document.parts = vec![Part::headed("numbers", "Numbers", vec![Block::Table(table)])];
    let csv = text(bytes(&document, Format::Csv));
    assert_eq!(csv, "What,How many,When\r\n\"a \"\"quoted\"\", text\",-1.25,2026-11-09\r\n");
    let sheet = members_of_workbook(&document, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter"), "{sheet}");
}

#[test]
fn the_zip_of_tables_lists_its_files_with_their_hashes() {
    let document = document(&mut Texts::new(|at| format!("word{at}end")));
    let members = members(&bytes(&document, Format::Csv));
    let (name, manifest) = &members[0];
    assert_eq!(name, "manifest.csv");
    let mut listed = csv::Reader::from_reader(manifest.as_bytes());
    let rows: Vec<csv::StringRecord> = listed.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), members.len() - 1);
    for ((name, text), row) in members[1..].iter().zip(&rows) {
        assert_eq!((&row[0], &row[3]), (name.as_str(), sha256_hex(text.as_bytes()).as_str()));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.records().filter(Result::is_ok).count().to_string(), row[2], "{name}");
    }
}

const ATTACKS: [&str; 10] = [
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) ![y](https://example.org/y.png)",
    "a | b\n| c | d\n# heading\n- list",
    "\u{1b}[31mred\u{1b}]8;;https://example.org\u{7}link\u{9b}2J",
    "evil\u{202e}txt.exe\u{2066}\u{200f}\u{feff}",
    "\u{0}\u{fffe}\r\n\t\"quote\",;'\\",
];

#[test]
fn hostile_text_is_inert_in_every_format() {
    let document = document(&mut Texts::new(|at| format!("{}{at}", ATTACKS[at % ATTACKS.len()])));

    for format in WRITTEN {
        let words = words(&document, format);
        let acting = words.chars().find(|c| acts(*c) && !matches!(c, '\n' | '\r'));
        assert_eq!(acting, None, "{}", format.word());
    }

    let html = text(bytes(&document, Format::Html));
    assert!(!html.contains("<script") && !html.contains("<img"));

    let md = text(bytes(&document, Format::Md));
    let marks = md.replace("\\[", "").replace("\\]", "").replace("\\<", "");
    assert!(!marks.contains("<script") && !marks.contains("](") && !marks.contains('['), "{marks}");
    assert!(!md.contains("\n# heading") && !md.contains("\n- list"));
    for line in md.lines().filter(|line| line.starts_with("| ")) {
        let bars = line.replace("\\|", "").matches('|').count();
        assert!([4, 9].contains(&bars), "a text broke the table: {line}");
    }

    for (name, text) in members(&bytes(&document, Format::Csv)) {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        for record in reader.records() {
            for cell in record.expect("a row").iter() {
                let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                assert!(!runs || cell.parse::<f64>().is_ok(), "{name}: {cell}");
            }
        }
    }

    let workbook = bytes(&document, Format::Xlsx);
    let mut zip = zip::ZipArchive::new(Cursor::new(&workbook)).expect("a zip");
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("a part");
        let name = part.name().expect("a name").to_string();
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("text");
        assert!(!name.contains("external"), "{name}");
        if name.starts_with("xl/worksheets/sheet") {
            assert!(!xml.contains("<f>"), "{name} holds a formula");
        }
        if name.ends_with(".rels") {
            assert!(!xml.contains("TargetMode=\"External\""), "{name} leads out of the workbook");
        }
    }
    let texts = cells(&workbook).into_iter().filter(|(_, data)| data.to_string().starts_with("=cmd"));
    assert!(texts.count() > 3, "what people wrote stands there as they wrote it");

    let json: serde_json::Value = serde_json::from_slice(&bytes(&document, Format::Json)).expect("JSON");
    let identity = json["identity"].to_string();
    assert!(json.to_string().contains("javascript:") && !identity.is_empty());
}

#[test]
fn an_empty_document_is_a_file_too() {
    let mut document = document(&mut Texts::new(|at| format!("word{at}end")));
    document.parts = Vec::new();
    for format in WRITTEN {
        assert!(!bytes(&document, format).is_empty(), "{}", format.word());
    }
    assert_eq!(cells(&bytes(&document, Format::Xlsx)).into_iter().filter(|(name, _)| name != "Contents").count(), 0);
}
