//! Files that mean no good, or were made by other programs.

use sixtwo::domain::period::{FiscalCalendar, Frequency};
use sixtwo::exchange::input::{Input, Source};
use sixtwo::exchange::number::NumberFormat;
use sixtwo::exchange::problem::{Note, RowError};
use sixtwo::exchange::readings::{Context, read_readings};
use sixtwo::exchange::rows::FileProblem;

use super::readings::measured;

/// What could be read of a file.
type Said = (Vec<RowError>, Vec<Note>, Vec<String>);

/// What a file gives: errors, notes, and evaluations of the rows that could be read.
fn read(bytes: &[u8]) -> Result<Said, FileProblem> {
    let input = Input::look(Source::from(bytes.to_vec())).expect("bytes in memory can be read");
    let objectives = [measured("A", Frequency::M, 1, "")];
    let context = Context {
        maps: &[],
        format: NumberFormat::Unstated,
        today: "2026-11-23".parse().expect("a date"),
        calendar: FiscalCalendar::default(),
        objectives: &objectives,
    };
    let mut sheet = read_readings(&input, &context)?;
    sheet.rows.sort();
    let said = sheet.rows.groups().flat_map(|(_, rows)| rows.map(|row| row.remarks.evaluation.clone())).collect();
    Ok((sheet.errors, sheet.notes, said))
}

const HEAD: &str = "code,period_end,value,evaluation\n";

#[test]
fn delimiters_and_encodings_are_found_out() {
    let comma = format!("{HEAD}A,2026-01-31,1,Émilie\n");
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(comma.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let utf16_big: Vec<u8> = [0xfe, 0xff].into_iter().chain(comma.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for (name, bytes) in [
        ("comma", comma.clone().into_bytes()),
        ("semicolon", comma.replace(',', ";").into_bytes()),
        ("tab", comma.replace(',', "\t").into_bytes()),
        ("CRLF", comma.replace('\n', "\r\n").into_bytes()),
        ("CR", comma.replace('\n', "\r").into_bytes()),
        ("byte order mark", [b"\xef\xbb\xbf", comma.as_bytes()].concat()),
        ("UTF-16 little endian", utf16),
        ("UTF-16 big endian", utf16_big),
        ("no line end", comma.trim_end().as_bytes().to_vec()),
    ] {
        let (errors, notes, said) = read(&bytes).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        assert!(errors.is_empty() && notes.is_empty(), "{name}: {errors:?} {notes:?}");
        assert_eq!(said, ["Émilie"], "{name}");
    }
}

#[test]
fn other_bytes_are_windows_1252_with_a_note() {
    let bytes = [HEAD.as_bytes(), b"A,2026-01-31,1,\xc9milie \x96 ok\n"].concat();
    let (errors, notes, said) = read(&bytes).expect("a table");
    assert!(errors.is_empty());
    assert_eq!(said, ["Émilie – ok"]);
    assert!(notes[0].text.contains("Windows-1252"), "{notes:?}");
}

#[test]
fn a_character_cut_by_a_read_is_still_utf8() {
    // Rows of an odd length put a two-byte letter across every possible edge of a piece.
    let rows: String = (1..=28).map(|d| format!("A,2026-01-{d:02},1,{}\n", "é".repeat(4000 + d))).collect();
    let (errors, notes, said) = read(format!("{HEAD}{rows}").as_bytes()).expect("a table");
    assert!(errors.is_empty() && notes.is_empty(), "{errors:?} {notes:?}");
    assert!(said.iter().all(|text| text.chars().all(|c| c == 'é')) && said.len() == 28);
}

#[test]
fn what_is_no_table_is_one_sentence() {
    for bytes in [&b""[..], b"\n\n", b"   ", b"\xef\xbb\xbf", b",,,\n1,2,3,4\n"] {
        let problem = read(bytes).expect_err("no table");
        assert!(problem.to_string().contains("first line must name the columns"), "{bytes:?}: {problem}");
    }
    let wide = (0..300).map(|n| format!("c{n}")).collect::<Vec<_>>().join(",");
    assert!(read(wide.as_bytes()).expect_err("too wide").to_string().contains("300 columns"));
    assert!(matches!(read(b"colour,size\nred,5\n"), Err(FileProblem::Headers(_))));
    let binary: Vec<u8> = (0..=255u8).cycle().take(100_000).collect();
    assert!(read(&binary).is_err(), "binary bytes are no table");
}

#[test]
fn a_header_line_alone_brings_nothing() {
    let (errors, _, said) = read(HEAD.as_bytes()).expect("a table");
    assert!(errors.is_empty() && said.is_empty());
}

#[test]
fn rows_out_of_shape_are_named() {
    let long = "x".repeat(70_000);
    for (row, column, reason) in [
        ("A,2026-01-31".to_owned(), "", "2 cells where the header line has 4"),
        ("A,2026-01-31,1,a,b".to_owned(), "", "5 cells where the header line has 4"),
        ("A,2026-01-31,1,a\0b".to_owned(), "evaluation", "NUL"),
        (format!("A,2026-01-31,1,{long}"), "evaluation", "70000 bytes"),
        (
            "A,2026-01-31,1,\"never closed".to_owned() + &"\nA,2026-02-28,2,y".repeat(9_000),
            "evaluation",
            "at most 65536",
        ),
    ] {
        let (errors, _, _) = read(format!("{HEAD}{row}\n").as_bytes()).expect("a table");
        assert_eq!(errors.len(), 1, "{row:.40}: {errors:?}");
        assert_eq!((errors[0].row, errors[0].column.as_str()), (2, column), "{row:.40}");
        assert!(errors[0].reason.contains(reason), "{}", errors[0]);
    }
}

#[test]
fn errors_are_counted_beyond_those_that_are_kept() {
    let rows = "nobody,2026-01-31,1,\n".repeat(1500);
    let input = Input::look(Source::from(format!("{HEAD}{rows}").into_bytes())).expect("readable");
    let objectives = [measured("A", Frequency::M, 1, "")];
    let context = Context {
        maps: &[],
        format: NumberFormat::Unstated,
        today: "2026-11-23".parse().expect("a date"),
        calendar: FiscalCalendar::default(),
        objectives: &objectives,
    };
    let sheet = read_readings(&input, &context).expect("a table");
    assert_eq!((sheet.errors.len(), sheet.refused), (1000, 1500));
}
