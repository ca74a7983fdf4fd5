//! Papers as PDF, read by another program: nothing is lost, pages are numbered, the same paper gives the same bytes.

mod reader;

use sixtwo::domain::snapshot::{canonical, sha256_hex};
use sixtwo::report::document::{
    Block, Cell, Column, DateStyle, Document, Fact, House, Items, Line, Logo, LogoKind, Mark, PaperSize, Part, Table,
    Tone,
};
use sixtwo::report::pack::{Frozen, pack};
use sixtwo::report::{Format, Written, write};

use super::fixture::{day, pair};
use reader::{Opened, squeezed};

fn the_pack() -> Document {
    let (before, now) = pair();
    let sha256 = sha256_hex(&canonical(&now).expect("it is written"));
    pack(&Frozen { snapshot: &now, sha256: &sha256, previous: Some(&before) })
}

fn paper(blocks: Vec<Block>) -> Document {
    Document {
        title: "Status".to_owned(),
        organization: "Halden Medical".to_owned(),
        identity: vec!["2026".to_owned()],
        as_of: day("2026-11-09"),
        house: House::default(),
        foot: "state 1 · abcdef01".to_owned(),
        parts: vec![Part::headed("first", "First part", blocks)],
    }
}

fn table(rows: Vec<Vec<Cell>>) -> Block {
    Block::Table(Table {
        caption: "Everything".to_owned(),
        quiet_caption: false,
        columns: vec![Column::words("Code", 20), Column::numbers("Amount", 20), Column::words("In words", 60)],
        rows,
        names: 0,
        dense: false,
    })
}

fn row(code: &str, amount: &str, words: &str) -> Vec<Cell> {
    [code, amount, words].map(|text| Cell::Text(text.to_owned())).to_vec()
}

fn written(document: &Document) -> Written {
    write(document, Format::Pdf).expect("it is written")
}

fn text_of(document: &Document) -> String {
    Opened::new(&written(document).bytes).text()
}

/// Every text a block shows.
fn texts(block: &Block, found: &mut Vec<String>) {
    let items = |items: &Items, found: &mut Vec<String>| {
        found.extend([items.heading.to_string(), items.note.clone()]);
        for (mark, strong, rest) in &items.entries {
            found.extend(mark.iter().map(|mark| mark.word.to_owned()).chain([strong.clone(), rest.clone()]));
        }
    };
    let facts = |facts: &[Fact], found: &mut Vec<String>| {
        for fact in facts {
            found.push(fact.label.to_string());
            for line in &fact.lines {
                match line {
                    Line::Plain(text) => found.push(text.clone()),
                    Line::Said(text, by) => found.extend([text.clone(), by.clone()]),
                }
            }
        }
    };
    match block {
        Block::Lead(text) | Block::Text(text) | Block::Note(text) => found.push(text.clone()),
        Block::Tallies(tallies) => {
            for (_, number, word) in tallies.iter().flat_map(|tally| &tally.counts) {
                found.extend([number.to_string(), word.clone()]);
            }
        }
        Block::Columns(left, right) => [left, right].into_iter().for_each(|list| items(list, found)),
        Block::Facts(list) => facts(list, found),
        Block::Table(table) => {
            found.extend(table.columns.iter().map(|column| column.title.to_string()));
            found.extend(table.rows.iter().flatten().flat_map(cell_texts));
        }
        Block::Case(case) => {
            found.extend([&case.code, &case.title, &case.subtitle, &case.why].map(String::clone));
            found.extend(case.choices.iter().map(|choice| (*choice).to_owned()));
            facts(&case.facts, found);
        }
        Block::Chart(_) | Block::Contents(_) | Block::Evidence(_) => {}
    }
}

fn cell_texts(cell: &Cell) -> Vec<String> {
    match cell {
        Cell::Text(text) | Cell::Fill(text) => vec![text.clone()],
        Cell::Pair(main, sub) | Cell::Said(main, sub) => vec![main.clone(), sub.clone()],
        Cell::Mark(mark, sub) => vec![mark.word.to_owned(), sub.clone()],
        Cell::Number(number) => vec![number.shown.clone(), number.sub.clone()],
        Cell::Date(day) => vec![day.shown.clone(), day.sub.clone()],
        Cell::Dated(cell, _) => cell_texts(cell),
        Cell::Trend(_) => Vec::new(),
    }
}

/// `SIXTWO_PDF=FILE cargo test --test it report::pdf` writes the pages to look at them.
#[test]
fn every_text_of_a_pack_can_be_read_from_its_pages() {
    let document = the_pack();
    let file = written(&document);
    assert_eq!(file.notes, Vec::<String>::new(), "the fonts have everything");
    if let Some(to) = std::env::var_os("SIXTWO_PDF") {
        std::fs::write(to, &file.bytes).expect("the pages are written to look at them");
    }
    let text = Opened::new(&file.bytes).text();
    let mut expected = vec![document.organization.clone(), document.title.clone(), document.foot.clone()];
    for part in &document.parts {
        expected.extend(part.heading.iter().map(ToString::to_string));
        part.blocks.iter().for_each(|block| texts(block, &mut expected));
    }
    assert!(expected.len() > 300, "the pack says {} things", expected.len());
    for said in &expected {
        assert!(text.contains(&squeezed(said)), "“{said}” is missing");
    }
}

#[test]
fn pages_are_numbered_and_every_part_and_lagging_objective_has_its_line_in_the_outline() {
    let document = the_pack();
    let opened = Opened::new(&written(&document).bytes);
    let pages = opened.pages();
    for (number, page) in pages.iter().enumerate() {
        let count = squeezed(&format!("{} of {}", number + 1, pages.len()));
        assert!(page.contains(&count), "page {} does not say {count}", number + 1);
        assert!(page.contains(&squeezed(&document.foot)));
    }
    let outline = opened.outline();
    assert_eq!(outline[0], (0, document.title.clone()));
    for part in &document.parts {
        if let Some(heading) = &part.heading {
            assert!(outline.contains(&(0, heading.to_string())), "{heading} is missing: {outline:?}");
        }
        for block in &part.blocks {
            if let Block::Case(case) = block {
                let line = (1, format!("{} {}", case.code, case.title));
                assert!(outline.contains(&line), "{line:?} is missing");
                let whole = |page: &&String| page.contains(&squeezed(&format!("{}{}", case.code, case.subtitle)));
                let of_case = |page: &&String| {
                    page.contains(&squeezed(&case.subtitle))
                        && page.contains(&squeezed(&case.title))
                        && page.contains("Decision")
                };
                assert!(pages.iter().any(|page| whole(&page) || of_case(&page)), "{} is torn apart", case.code);
            }
        }
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let first = written(&the_pack());
    assert_eq!(first, written(&the_pack()));
    assert!(first.bytes.starts_with(b"%PDF-1.7"));
}

#[test]
fn the_file_says_what_it_is_to_those_who_listen() {
    let document = the_pack();
    let opened = Opened::new(&written(&document).bytes);
    let catalog = opened.catalog();
    let language = catalog.get(b"Lang").and_then(lopdf::Object::as_str).expect("a language");
    assert_eq!(language, b"en");
    assert!(catalog.get(b"StructTreeRoot").is_ok());
    let (texts, names) = opened.tree();
    for name in ["H1", "H2", "H3", "Table", "TH", "TD", "Figure", "L", "LI", "P"] {
        assert!(names.iter().any(|found| found == name), "no {name} in the tree");
    }
    let charts = document.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
        Block::Case(case) => case.chart.as_ref(),
        _ => None,
    });
    for chart in charts {
        assert!(texts.iter().any(|text| text.contains(&chart.description)), "{} is not told", chart.title);
    }
}

#[test]
fn characters_the_fonts_lack_are_drawn_as_a_box_and_named() {
    let rows = vec![row("SEC-3", "1", "鉄道 on time, 鉄 again"), row("SEC-4", "2", "Łódź, Ωμέγα, Привет, ≥ ✓ ▁▂█ ☐")];
    let file = written(&paper(vec![table(rows)]));
    assert_eq!(file.notes, ["3 characters of “SEC-3” are not in the font and drawn as □: 鉄道"]);
    let text = Opened::new(&file.bytes).text();
    assert!(text.contains("□□ontime,□again"), "{text}");
    assert!(text.contains("Łódź,Ωμέγα,Привет,≥✓▁▂█☐"), "{text}");
}

#[test]
fn hostile_text_stays_text() {
    let evil = "a\u{1b}[2J \u{202e}gpj.exe (unbalanced \\) >> endobj /JavaScript (app.alert(1)) \u{0}\u{feff}=cmd";
    let mut document = paper(vec![
        Block::Text(evil.to_owned()),
        table(vec![row(evil, evil, evil)]),
        Block::Facts(vec![Fact::plain(evil.to_owned(), evil)]),
    ]);
    document.title = evil.to_owned();
    document.foot = evil.to_owned();
    let file = written(&document);
    let opened = Opened::new(&file.bytes);
    let text = opened.text();
    assert!(
        text.contains("a□[2J") && text.contains("\u{fffd}gpj.exe(unbalanced\\)>>endobj/JavaScript(app.alert(1))"),
        "{text}"
    );
    assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{0}', '\u{feff}']));
    for key in [&b"OpenAction"[..], b"AA", b"AcroForm", b"Names"] {
        assert!(opened.catalog().get(key).is_err(), "the catalog holds {}", String::from_utf8_lossy(key));
    }
    assert!(file.notes.iter().all(|note| !note.contains(['\u{1b}', '\u{202e}'])), "{:?}", file.notes);
    assert!(!opened.outline().iter().any(|(_, line)| line.contains(['\u{1b}', '\u{202e}'])));
}

#[test]
fn a_long_table_goes_on_overleaf_under_its_headings() {
    let rows = (0..400).map(|n| row(&format!("OBJ-{n:03}"), &format!("{n}.5 %"), "a line of words")).collect();
    let opened = Opened::new(&written(&paper(vec![table(rows)])).bytes);
    let pages = opened.pages();
    assert!(pages.len() > 5, "{} pages", pages.len());
    for page in &pages {
        assert_eq!(page.matches("CodeAmountInwords").count(), 1, "{page}");
        assert!(page.matches("OBJ-").count() > 1, "a row stands alone: {page}");
    }
    let text = pages.concat();
    for n in 0..400 {
        assert_eq!(text.matches(&format!("OBJ-{n:03}")).count(), 1);
    }
}

#[test]
fn a_table_without_rows_says_so() {
    let text = text_of(&paper(vec![table(Vec::new())]));
    assert!(text.contains("CodeAmountInwordsNone."), "{text}");
}

#[test]
fn words_longer_than_a_line_and_cells_longer_than_a_page_lose_nothing() {
    let word: String = (0..3_000).map(|n| char::from(b'a' + (n % 26) as u8)).collect();
    let many: String = (0..4_000).map(|n| format!("w{n} ")).collect();
    let document = paper(vec![Block::Text(word.clone()), table(vec![row(&word, "1", &many), row("B", "2", "after")])]);
    let opened = Opened::new(&written(&document).bytes);
    let pages = opened.pages();
    assert!(pages.len() > 4 && pages.len() < 60, "{} pages", pages.len());
    let text = pages.concat();
    for n in 0..4_000 {
        assert!(text.contains(&format!("w{n}")), "w{n} is missing");
    }
    assert!(text.contains("after"));
}

#[test]
fn a_paper_without_parts_is_one_page() {
    let mut document = paper(Vec::new());
    document.parts.clear();
    let pages = Opened::new(&written(&document).bytes).pages();
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("Status") && pages[0].contains("1of1"));
}

#[test]
fn the_house_stands_on_every_page_and_decides_paper_and_dates() {
    let mut document = paper(vec![
        Block::Text("Decided on 8 Oct 2026 by all.".to_owned()),
        table((0..90).map(|n| row(&format!("R{n}"), "1", "words")).collect()),
        Block::Facts(vec![Fact {
            label: "It means".into(),
            lines: vec![Line::Said("we said 8 Oct 2026".to_owned(), "R. Okafor, 9 Oct 2026".to_owned())],
        }]),
    ]);
    assert_eq!(Opened::new(&written(&document).bytes).size(), (595, 842));
    document.house = House {
        document_id: "ISMS-status-2026".to_owned(),
        classification: "Internal".to_owned(),
        size: PaperSize::Letter,
        dates: DateStyle::Iso,
        ..House::default()
    };
    let opened = Opened::new(&written(&document).bytes);
    assert_eq!(opened.size(), (612, 792));
    let pages = opened.pages();
    assert!(pages.len() > 1);
    for page in &pages {
        assert!(page.contains("ISMS-status-2026·Internal"), "{page}");
    }
    let text = pages.concat();
    assert!(text.contains("Decidedon2026-10-08byall."), "{text}");
    assert!(text.contains("“wesaid8Oct2026”R.Okafor,2026-10-09"), "the words of a person stay: {text}");
}

#[test]
fn a_damaged_logo_is_left_out_and_named() {
    let mut document = paper(vec![Block::Text("words".to_owned())]);
    let bytes = b"\x89PNG no picture".to_vec();
    document.house.logo = Some(Logo { kind: LogoKind::Png, bytes, says: "Halden".to_owned() });
    let file = written(&document);
    assert_eq!(file.notes, ["the paper has no logo: the picture is damaged"]);
    assert!(Opened::new(&file.bytes).text().contains("words"));
}

#[test]
fn marks_never_stand_without_their_word() {
    let mark = Mark { symbol: "■", word: "off track", tone: Tone::Bad };
    let cells = vec![Cell::Mark(mark, "since May".to_owned()), Cell::Text("1".to_owned()), Cell::Text("x".to_owned())];
    assert!(text_of(&paper(vec![table(vec![cells])])).contains("■offtracksinceMay"));
}
