//! A workbook as people keep it: two lines over the table, months as columns, percent cells, comments, words where
//! numbers belong, a heading and a total between the rows.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const HEADERS: [&str; 5] = ["No.", "Objective", "Responsible", "How measured", "Target"];

/// Number, title, owner, metric, target, and the values of the months as a spreadsheet holds them.
const OBJECTIVES: [(&str, &str, &str, &str, &str, &str); 7] = [
    ("O1", "Critical vulnerabilities closed in SLA", "R. Okafor", "share closed in time", ">= 95 % (SLA)", PATCHING),
    ("O2", "Leaver access revoked in a day", "A. Novak", "mean hours to last account off", "< 24 h", LEAVERS),
    ("O3", "Phishing clicks", "K. Lind", "share of clicks", "≤ 5 %", PHISHING),
    ("O4", "Access reviews done on time", "R. Okafor", "share of reviews", "98 %", REVIEWS),
    ("O5", "Restore tests succeed", "T. Tan", "successful of all", "100 %", RESTORES),
    ("O6", "Releases through the gate", "M. Silva", "share of releases", "min. 95%", RELEASES),
    ("O7", "No repeat finding on access", "M. Berg", "repeat findings", "0", FINDINGS),
];

const PATCHING: &str = "%0.924 %0.913 %0.937 %0.917 %0.91 %0.937 see_mail %0.969 %0.95 %0.94 %0.96 %0.955 \
     %0.92 %0.93 %0.94 %0.95 %0.96 %0.95 %0.94 %0.935 %0.889 %0.955";
const LEAVERS: &str = "42 46 46 23 38 40 35 25 41 ~_41 39 38 36 35 31 30 29 33 34 30 28 33";
const PHISHING: &str = "3.6 3.9 5 3.3 3.3 4.6 3.8 4.4 4.1 4 3.9 5.6 5.2 4.8 4.4 4.1 4 3.9 3.8 3.6 3.5 3.4";
const REVIEWS: &str = "%0.925 %0.938 %0.981 %0.969 n/a %0.946 %0.934 %0.957 %0.96 %0.97 %0.98 %0.98 \
     %0.97 %0.975 %0.98 %0.985 %0.98 %0.99 %0.98 %0.98 %0.985 %0.985";
const RESTORES: &str = "%0.973 %0.965 %0.986 %0.961 %0.981 %1 %0.977 97,5_% %1 %1 %1 %1 \
     %1 %1 %0.99 %1 %1 %1 %1 %1 %1 %1";
const RELEASES: &str = "95.1 96.1 tbd 97.2 95.3 96.2 96.7 95.9 96 96 95 94 95 96 97 96 95.5 96 96.4 96.9 96 95.5";
const FINDINGS: &str = "0 1 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0";

/// Comments at cells, by row and column.
const COMMENTS: [(&str, &str); 4] = [
    ("U5", "4 fixes wait on two unsupported hosts"),
    ("X6", "three contractors took 89 h"),
    ("H7", "spring campaign was harder"),
    ("N12", "same supplier as in March"),
];

/// 24 months of seven objectives, the last two months still empty, with a hidden first sheet.
pub fn messy() -> Vec<u8> {
    let mut rows: Vec<Vec<String>> = vec![
        vec![text("Halden Medical: information security objectives")],
        vec![text("as of 6 Nov 2026, kept by the ISMS office")],
        Vec::new(),
        HEADERS.iter().map(|header| text(header)).chain(months()).collect(),
    ];
    for (at, (number, title, owner, metric, target, values)) in OBJECTIVES.iter().enumerate() {
        let head = [number, title, owner, metric, target].into_iter().map(|said| text(said));
        rows.push(head.chain(values.split_whitespace().map(value)).collect());
        if at == 2 {
            rows.push(vec![String::new(), text("Subtotal operations")]);
        }
    }
    rows.push(vec![String::new(), text("Total"), String::new(), String::new(), String::new(), value("7")]);
    packed(&rows)
}

fn months() -> impl Iterator<Item = String> {
    ["25", "26"].into_iter().flat_map(|year| MONTHS.iter().map(move |month| text(&format!("{month} {year}"))))
}

/// A cell without its place: its attributes, then what it holds.
fn text(said: &str) -> String {
    format!(r#"t="inlineStr"><is><t>{}</t></is>"#, said.replace('&', "&amp;").replace('<', "&lt;"))
}

fn value(said: &str) -> String {
    match said.strip_prefix('%') {
        Some(share) => format!(r#"s="1"><v>{share}</v>"#),
        None if said.parse::<f64>().is_ok() => format!("><v>{said}</v>"),
        None => text(&said.replace('_', " ")),
    }
}

fn sheet(rows: &[Vec<String>]) -> String {
    let mut xml =
        String::from(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#);
    for (number, row) in rows.iter().enumerate() {
        let _ = write!(xml, r#"<row r="{}">"#, number + 1);
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let _ = write!(xml, r#"<c r="{}{}" {cell}</c>"#, letters(column), number + 1);
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    xml
}

fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

fn packed(rows: &[Vec<String>]) -> Vec<u8> {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relation = |id: u32, kind: &str, target: &str| {
        format!(r#"<Relationship Id="rId{id}" Type="{relations}/{kind}" Target="{target}"/>"#)
    };
    let related = |inside: String| format!(r#"<Relationships xmlns="{package}">{inside}</Relationships>"#);
    let comments: String = COMMENTS
        .iter()
        .map(|(at, said)| format!(r#"<comment ref="{at}" authorId="0"><text><r><t>{said}</t></r></text></comment>"#))
        .collect();
    let notes = vec![vec![text("Please update by the 5th of each month.")]];
    let parts = [
        ("_rels/.rels", related(relation(1, "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="Read me" sheetId="1" r:id="rId1"/><sheet name="Objectives" sheetId="2" r:id="rId2"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            related(
                relation(1, "worksheet", "worksheets/sheet1.xml")
                    + &relation(2, "worksheet", "worksheets/sheet2.xml")
                    + &relation(3, "styles", "styles.xml"),
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                r#"<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet(&notes)),
        ("xl/worksheets/sheet2.xml", sheet(rows)),
        ("xl/worksheets/_rels/sheet2.xml.rels", related(relation(1, "comments", "../comments1.xml"))),
        (
            "xl/comments1.xml",
            format!(
                r#"<comments xmlns="{main}"><authors><author>A. Novak</author></authors><commentList>{comments}</commentList></comments>"#
            ),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, inside) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part of the file");
        zip.write_all(inside.as_bytes()).expect("its text");
    }
    zip.finish().expect("a packed file").into_inner()
}
