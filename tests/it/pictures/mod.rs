//! The pictures of README and manual: drawn by the program itself on the sample register, so that they cannot go stale.
//!
//! `UPDATE_DOCS=1 cargo test pictures` draws them anew.

mod svg;

use std::fs;
use std::path::{Path, PathBuf};

use sixtwo::tui::model::Model;
use sixtwo::tui::preferences::{Colours, Palette, Preferences};
use sixtwo::tui::theme::Theme;

use crate::terminals::stage::Stage;
use svg::{DARK, LIGHT, Terminal, svg};

/// One picture.
struct Picture {
    /// Its name in `assets/screenshots/`.
    name: &'static str,
    /// Columns and rows.
    size: (u16, u16),
    /// The keys from home.
    keys: &'static str,
    /// The look.
    palette: Palette,
    /// The terminal it is shown in.
    terminal: Terminal,
    /// What it shows, for people who do not see it.
    title: &'static str,
}

const fn dark(name: &'static str, size: (u16, u16), keys: &'static str, title: &'static str) -> Picture {
    Picture { name, size, keys, palette: Palette::Terminal, terminal: DARK, title }
}

/// Through the first pages of a meeting to its second objective.
const AT_AN_ITEM: &str = "RBerg; Okafor; Novak<c-s><enter><enter><enter><pgdn>";

const PICTURES: &[Picture] = &[
    dark("home-120x36", (120, 36), "", "The four panes: objectives, measurements, plan and cascade"),
    dark("home-80x24", (80, 24), "", "Home on a small terminal: one pane below the list"),
    dark("home-200x60", (200, 60), "", "Home on a wide terminal"),
    Picture {
        palette: Palette::Light,
        terminal: LIGHT,
        ..dark("home-light", (120, 36), "", "Home on a light background")
    },
    dark("periods-120x36", (120, 36), "9", "The period grid: objectives by periods"),
    dark("measured-120x36", (120, 36), "<enter>z", "The measurements of one objective with a cursor on a period"),
    dark("probe-120x36", (120, 36), "p", "The auditor's probe: one objective, everything that can be shown"),
    dark("trace-120x36", (120, 36), "3", "From sources to objectives to the last reading"),
    dark("ready-120x36", (120, 36), "4", "What an auditor may raise"),
    dark("history-120x36", (120, 36), "5", "Who changed what, when and why"),
    dark("people-120x36", (120, 36), "7", "Who owns, reports and owes what"),
    dark("meeting-120x36", (120, 36), AT_AN_ITEM, "The review meeting at one item"),
    dark("meeting-80x24", (80, 24), AT_AN_ITEM, "The review meeting on a small terminal"),
    dark("plan-120x36", (120, 36), "P", "The plan table: objectives by what, needs, who, when, how"),
    dark("palette-120x36", (120, 36), ":", "The palette: every action with its key"),
];

fn drawn(picture: &Picture) -> String {
    let preferences = Preferences { palette: picture.palette, colours: Colours::True, ..Preferences::default() };
    let theme = Theme::of(&preferences, &|name| (name == "LANG").then(|| "C.UTF-8".to_owned()));
    let model = Model { preferences, ..Model::new(picture.size, theme) };
    let mut stage = Stage::with(model);
    stage.press(picture.keys);
    let head = stage.play.model.overview.as_ref().expect("an overview").head.clone();
    with_one_mark(svg(&stage.picture().0, &picture.terminal, picture.title), &head)
}

/// The mark of the register's state is another one in every sample that is built; the pictures show always the same.
fn with_one_mark(svg: String, head: &str) -> String {
    let mark = "7f3a91c2".repeat(8);
    let short = |mark: &str| format!("{} {}", &mark[..4], &mark[4..8]);
    svg.replace(head, &mark).replace(&short(head), &short(&mark))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screenshots")
}

#[test]
fn pictures_show_the_program_as_it_is() {
    let update = std::env::var_os("UPDATE_DOCS").is_some();
    let mut stale = Vec::new();
    for picture in PICTURES {
        let path = folder().join(format!("{}.svg", picture.name));
        let fresh = drawn(picture);
        if update {
            fs::write(&path, fresh).expect("the picture can be written");
        } else if fs::read_to_string(&path).ok().as_deref() != Some(fresh.as_str()) {
            stale.push(picture.name);
        }
    }
    assert!(stale.is_empty(), "{stale:?} are not what the program shows: UPDATE_DOCS=1 cargo test pictures");
}

#[test]
fn pictures_of_screens_are_all_drawn_by_the_program() {
    let mut there: Vec<String> = fs::read_dir(folder())
        .expect("the folder of pictures")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".svg"))
        .collect();
    there.sort();
    let mut known: Vec<String> = PICTURES.iter().map(|picture| format!("{}.svg", picture.name)).collect();
    known.sort();
    assert_eq!(there, known);
}
