//! Text of any script, and text made to break a screen: frames stay where they are, no control reaches the terminal.

use ratatui::buffer::Buffer;
use sixtwo::app::Command;
use sixtwo::domain::objective::Definition;
use sixtwo::domain::text::one_line;
use sixtwo::tui::model::Model;
use sixtwo::tui::msg::Msg;
use sixtwo::tui::theme::Theme;
use unicode_width::UnicodeWidthStr;

use super::stage::{PLACES, Stage, sample};

const TEXTS: &[(&str, &str)] = &[
    ("wide", "漏洞在约定时间内关闭 한국어 カタカナ 关闭 关闭 关闭 关闭 关闭 关闭 关闭 关闭 关闭 关闭"),
    (
        "combining",
        "re\u{301}sume\u{301} n\u{303}o Z\u{351}\u{35b}a\u{335}l\u{334}g\u{321}o\u{322} a\u{300}\u{301}\u{302}\u{303}",
    ),
    ("joined", "family 👨\u{200d}👩\u{200d}👧\u{200d}👦 flag 🇩🇪 tone 👍🏽 heart ❤\u{fe0f} star ⭐"),
    ("right to left", "سياسة أمن المعلومات ‏שלום עולם\u{200f} نص طويل جدا يتجاوز عرض العمود بكثير"),
    ("overrides", "safe\u{202e}gpj.exe\u{202c} \u{2066}isolated\u{2069} \u{200b}\u{feff}zero"),
    (
        "escapes",
        "a\u{1b}[31mred\u{1b}[0m \u{1b}]0;title\u{7} \u{1b}]52;c;aGk=\u{7} \u{9b}2J \u{85}next\u{0}\u{8}\u{7f}",
    ),
    ("lines", "one\ntwo\r\nthree\tfour\u{2028}five"),
    ("formula", "=HYPERLINK(\"x\") %s {} <b>&amp;"),
    ("long word", "Verbesserungsmaßnahmenumsetzungsüberwachungsverantwortlichkeitsregelungswerk"),
];

/// Puts the text wherever a person can put one, beside the rules of entry: a file can hold it.
fn holding(text: &str, width: u16, height: u16) -> Stage {
    let mut stage = Stage::open(width, height);
    let mut overview = stage.play.model.overview.clone().expect("it was read");
    for row in overview.rows.iter_mut().take(6) {
        let definition: &mut Definition = &mut row.objective.definition;
        for field in [
            &mut definition.title,
            &mut definition.owner,
            &mut definition.unit,
            &mut definition.what,
            &mut definition.metric,
            &mut definition.function,
        ] {
            text.clone_into(field);
        }
    }
    overview.organization = format!("Halden {text}");
    stage.play.send(Msg::Overview(Box::new(overview)));
    stage
}

/// Every line is exactly as wide as the screen when its cells are put beside each other as a terminal does.
fn is_aligned(buffer: &Buffer, what: &str) {
    for y in 0..buffer.area.height {
        let mut column = 0;
        while column < buffer.area.width {
            let symbol = buffer[(column, y)].symbol();
            let cells = symbol.width().max(1) as u16;
            assert!(column + cells <= buffer.area.width, "{what}: `{symbol}` hangs over the edge of line {y}");
            assert!(!symbol.chars().any(char::is_control), "{what}: a control character at {column}, {y}: {symbol:?}");
            assert_eq!(one_line(symbol), symbol, "{what}: an invisible mark at {column}, {y}: {symbol:?}");
            column += cells;
        }
    }
}

#[test]
fn frames_stay_where_they_are_whatever_a_text_holds() {
    for (name, text) in TEXTS {
        for (width, height) in [(40, 12), (80, 24), (120, 36)] {
            let mut stage = holding(text, width, height);
            for keys in ["", "<enter>", "<esc>e", "<esc><esc>m", "<esc><esc>n", "<esc>/a"] {
                stage.press(keys);
                let (buffer, _) = stage.picture();
                is_aligned(&buffer, &format!("{name} at {width} x {height} after {keys:?}"));
                for y in 0..height {
                    let edges = [buffer[(0, y)].symbol(), buffer[(width - 1, y)].symbol()];
                    let framed = edges.map(|edge| edge.contains(|c| ('\u{2500}'..='\u{257f}').contains(&c)));
                    assert!(
                        framed[0] == framed[1] || edges.contains(&" "),
                        "{name} at {width} x {height}: line {y} is pushed aside\n{}",
                        stage.text()
                    );
                }
            }
        }
    }
}

#[test]
fn what_was_entered_so_is_drawn_so_on_every_screen() {
    let (_, text) = TEXTS[3];
    let (folder, mut session) = sample();
    let definition = Definition::titled(text, "2026-11-01".parse().expect("a day"));
    let create = Command::CreateObjective { code: "RTL-1".to_owned(), definition: Box::new(definition) };
    session.run(create).expect("any script may be entered");
    let mut stage = Stage::at(folder, session, Model::new((120, 36), Theme::default()));
    for (place, keys) in PLACES {
        stage.press(keys);
        is_aligned(&stage.picture().0, place);
        stage.press("<esc><esc><esc><esc>1");
    }
}

#[test]
fn what_is_typed_and_pasted_is_aligned_too() {
    for (name, text) in TEXTS {
        let mut stage = Stage::open(80, 24);
        stage.press("n<enter>");
        stage.play.send(Msg::Paste((*text).to_owned()));
        let (buffer, cursor) = stage.picture();
        is_aligned(&buffer, name);
        assert!(cursor.is_some_and(|(x, _)| x < 79), "{name}: the caret left the field");
    }
}
