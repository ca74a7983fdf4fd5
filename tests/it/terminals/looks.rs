//! Every look can be read, on every depth of colour, and by somebody who sees no colour.

use std::collections::HashSet;

use ratatui::style::{Color, Modifier};
use sixtwo::domain::reading::Verdict;
use sixtwo::domain::status::Status;
use sixtwo::domain::words;
use sixtwo::tui::model::Model;
use sixtwo::tui::preferences::{Colours, Palette, Preferences};
use sixtwo::tui::theme::depth::nearest_of_256;
use sixtwo::tui::theme::{Depth, Looks, Theme};

use super::stage::{PLACES, Stage};

const PALETTES: [Palette; 5] = [Palette::Terminal, Palette::Light, Palette::Dark, Palette::HighContrast, Palette::Mono];
const COLOURS: [Colours; 4] = [Colours::Never, Colours::Sixteen, Colours::Many, Colours::True];

fn theme(palette: Palette, colours: Colours) -> Theme {
    let utf8 = |name: &str| (name == "LANG").then(|| "C.UTF-8".to_owned());
    Theme::of(&Preferences { palette, colours, ..Preferences::default() }, &utf8)
}

fn stage(theme: Theme) -> Stage {
    Stage::with(Model::new((120, 36), theme))
}

/// The luminance of WCAG 2.2.
fn luminance(colour: Color) -> f64 {
    let parts = match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(number @ 232..) => [8 + 10 * (number - 232); 3],
        Color::Indexed(number @ 16..) => {
            let at = |place: u8| [0, 95, 135, 175, 215, 255][usize::from((number - 16) / place % 6)];
            [at(36), at(6), at(1)]
        }
        other => panic!("{other:?} has no fixed value"),
    };
    let linear = parts.map(|part| {
        let share = f64::from(part) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn what_is_read_stands_out_from_its_ground() {
    for (palette, least) in [(Palette::Light, 4.5), (Palette::Dark, 4.5), (Palette::HighContrast, 7.0)] {
        for depth in [Depth::True, Depth::Many] {
            let looks = Looks::within(palette, depth);
            let ground = looks.ground.expect("a chosen ground");
            for (role, colour) in [
                ("text", looks.text),
                ("quiet", looks.quiet),
                ("good", looks.good),
                ("near", looks.near),
                ("bad", looks.bad),
                ("unknown", looks.unknown),
                ("chart", looks.chart),
            ] {
                let ratio = contrast(colour.expect("a chosen colour"), ground);
                assert!(ratio >= least, "{palette:?} {depth:?}: {role} has {ratio:.1}, {least} is needed");
            }
            let frame = contrast(looks.frame.expect("a chosen colour"), ground);
            assert!(frame >= 3.0, "{palette:?} {depth:?}: frames have {frame:.1}");
        }
    }
}

#[test]
fn no_ground_without_a_text_colour_and_no_colour_beyond_what_can_be_sent() {
    for palette in PALETTES {
        for colours in COLOURS {
            for (place, keys) in PLACES {
                let mut stage = stage(theme(palette, colours));
                let (picture, _) = stage.press(keys).picture();
                for cell in picture.content() {
                    let chosen = (cell.fg != Color::Reset, cell.bg != Color::Reset);
                    assert!(!chosen.1 || chosen.0, "{place} {palette:?} {colours:?}: a ground without a text colour");
                    for colour in [cell.fg, cell.bg] {
                        let within = match colour {
                            Color::Reset => true,
                            Color::Rgb(..) => colours == Colours::True,
                            Color::Indexed(_) => colours == Colours::Many,
                            _ => colours != Colours::Never && palette != Palette::Mono,
                        };
                        assert!(within, "{place} {palette:?} {colours:?}: {colour:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_selected_row_is_reverse_and_marked_in_every_look() {
    for palette in PALETTES {
        for colours in COLOURS {
            let stage = stage(theme(palette, colours));
            let (picture, cursor) = stage.picture();
            let (_, y) = cursor.expect("the cursor is on the selected row");
            let row = || (0..120).map(|x| &picture[(x, y)]);
            assert!(row().any(|cell| cell.modifier.contains(Modifier::REVERSED)), "{palette:?} {colours:?}");
            assert!(row().any(|cell| cell.symbol() == "▸"), "{palette:?} {colours:?}");
        }
    }
}

#[test]
fn whoever_sees_no_colour_can_tell_every_status_and_verdict() {
    let statuses = Status::ALL.iter().map(|status| words::status(*status));
    let (marks, named): (Vec<_>, HashSet<_>) = statuses.unzip();
    assert_eq!(named.len(), marks.len(), "every status has a word of its own");
    let verdicts = [Verdict::Met, Verdict::Near, Verdict::NotMet, Verdict::NotApplicable];
    let (shapes, named): (HashSet<_>, HashSet<_>) = verdicts.map(words::verdict).into_iter().unzip();
    assert_eq!((shapes.len(), named.len()), (4, 4), "every verdict has a shape and a word of its own");
    let mono = stage(theme(Palette::Mono, Colours::Auto)).text();
    let colour = stage(theme(Palette::Dark, Colours::True)).text();
    assert_eq!(mono, colour, "colour adds nothing that cannot be read without it");
}

#[test]
fn what_a_person_says_wins_over_no_color_and_that_over_the_terminal() {
    let depth = |colours, said: &[(&str, &str)]| {
        let value = |name: &str| said.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned());
        Depth::of(colours, &value)
    };
    assert_eq!(depth(Colours::True, &[("NO_COLOR", "1"), ("TERM", "xterm")]), Depth::True);
    assert_eq!(depth(Colours::Never, &[("COLORTERM", "truecolor")]), Depth::None);
    assert_eq!(depth(Colours::Auto, &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]), Depth::None);
    assert_eq!(depth(Colours::Auto, &[("COLORTERM", "truecolor"), ("TERM", "xterm")]), Depth::True);
    // Over SSH nobody hands COLORTERM over.
    assert_eq!(depth(Colours::Auto, &[("TERM", "xterm-256color"), ("SSH_TTY", "pts")]), Depth::Many);
    assert_eq!(depth(Colours::Auto, &[("TERM", "xterm-kitty"), ("SSH_TTY", "pts")]), Depth::Many);
    assert_eq!(depth(Colours::Auto, &[("TERM", "screen")]), Depth::Sixteen);
    assert_eq!(depth(Colours::Auto, &[("TERM", "linux")]), Depth::Sixteen);
    assert_eq!(depth(Colours::Auto, &[("TERM", "vt100")]), Depth::None);
}

#[test]
fn a_colour_becomes_its_neighbour_in_the_palette_of_256() {
    assert_eq!(nearest_of_256(Color::Rgb(0, 0, 0)), Color::Indexed(16));
    assert_eq!(nearest_of_256(Color::Rgb(255, 255, 255)), Color::Indexed(231));
    assert_eq!(nearest_of_256(Color::Rgb(0, 135, 215)), Color::Indexed(32));
    assert_eq!(nearest_of_256(Color::Rgb(120, 120, 121)), Color::Indexed(243));
    assert_eq!(nearest_of_256(Color::Green), Color::Green, "a colour of the terminal stays one");
}
