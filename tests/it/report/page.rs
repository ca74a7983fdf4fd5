//! The pack as a page: complete, alone, harmless, always the same.

use std::collections::HashSet;

use sixtwo::domain::snapshot::{Snapshot, canonical, sha256_hex};
use sixtwo::domain::words;
use sixtwo::report::html::render;
use sixtwo::report::pack::{Frozen, pack};

use super::fixture::{day, frozen, halden, pair};

fn page(snapshot: &Snapshot, previous: Option<&Snapshot>) -> String {
    let sha256 = sha256_hex(&canonical(snapshot).expect("it is written"));
    let bytes = render(&pack(&Frozen { snapshot, sha256: &sha256, previous }));
    String::from_utf8(bytes).expect("it is UTF-8")
}

/// The page's part with this id.
fn part<'p>(page: &'p str, id: &str) -> &'p str {
    let from = page.find(&format!("<section id=\"{id}\"")).expect("the part is there");
    let rest = &page[from..];
    &rest[..rest.find("</section>").expect("the part ends")]
}

/// `SIXTWO_PACK=FILE cargo test --test it report::` writes the page to look at it.
#[test]
fn the_same_snapshots_give_the_same_bytes() {
    let (before, now) = pair();
    let first = page(&now, Some(&before));
    assert_eq!(first, page(&now.clone(), Some(&before.clone())));
    assert!(first.len() > 20_000, "a pack of ten objectives is longer than {} bytes", first.len());
    if let Some(to) = std::env::var_os("SIXTWO_PACK") {
        std::fs::write(to, first).expect("the page is written to look at it");
    }
}

#[test]
fn every_objective_owner_reason_meaning_and_decision_is_on_it() {
    let (before, now) = pair();
    let page = page(&now, Some(&before));
    let (first, table) = (part(&page, "dashboard"), part(&page, "fulfilment"));
    assert_eq!(now.objectives.len(), 10);
    for objective in &now.objectives {
        for text in [&objective.code, &objective.title, &objective.owner] {
            assert!(first.contains(text.as_str()), "{text} is missing on the first page");
            assert!(table.contains(text.as_str()), "{text} is missing in the fulfilment table");
        }
        assert!(table.contains(&objective.why), "why is missing: {}", objective.why);
        assert!(first.contains(words::status(objective.status).1));
    }
    let readings = now.objectives.iter().filter_map(|o| o.last_reading.as_ref());
    let meanings: Vec<&str> = readings.map(|r| r.meaning.as_str()).filter(|m| !m.is_empty()).collect();
    let decisions = now.objectives.iter().filter_map(|o| o.last_decision());
    let decisions: Vec<&str> = decisions.map(|d| d.text.as_str()).collect();
    assert_eq!((meanings.len(), decisions.len()), (4, 2));
    for text in meanings.iter().chain(&decisions) {
        assert!(table.contains(text), "“{text}” is missing in the fulfilment table");
    }
    for action in &now.open_actions {
        assert!(part(&page, "actions").contains(&action.text));
    }
}

#[test]
fn it_stands_in_the_order_of_the_agenda() {
    let (before, now) = pair();
    let page = page(&now, Some(&before));
    let parts = [
        "dashboard",
        "actions",
        "fulfilment",
        "lagging",
        "trends",
        "improved",
        "audits",
        "context",
        "proposals",
        "decisions",
        "versions",
        "readings",
        "checkpoint",
    ];
    let places: Vec<usize> =
        parts.iter().map(|id| page.find(&format!("<section id=\"{id}\"")).expect("the part is there")).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn only_what_lags_has_a_section_with_its_chart() {
    let (before, now) = pair();
    let page = page(&now, Some(&before));
    let lagging = part(&page, "lagging");
    assert_eq!(lagging.matches("<article>").count(), 5);
    // A milestone has criteria instead of a chart.
    assert_eq!(lagging.matches("class=\"chart\"").count(), 4);
    for code in ["IT-2", "OPS-1", "HR-2", "IT-1", "SEC-4"] {
        assert!(lagging.contains(&format!("<span class=\"code\">{code}</span>")), "{code} lags");
    }
    assert!(lagging.contains("Since then 88.9 → 91.5 %"), "a decision shows what became of it");
    assert!(lagging.contains("All tier-0 accounts moved, planned 15 Oct 2026, open"));
    assert!(!lagging.contains("not met in"), "a reach objective is never “not met” before its date");
}

#[test]
fn the_first_page_asks_for_at_most_three_decisions_and_names_late_actions() {
    let (before, now) = pair();
    let page = page(&now, Some(&before));
    let first = part(&page, "dashboard");
    assert!(first.contains("5 of 10 objectives in force need attention."));
    assert!(first.contains("escalated on 8 Oct 2026"));
    assert!(first.contains("no reading for 3 quarters"));
    assert!(first.contains("Name a second person for restore tests, J. Lind, 40 days late."));
    let wanted =
        &first[first.find("Decisions wanted").expect("the list")..first.find("Late actions").expect("the list")];
    assert!((1..=3).contains(&wanted.matches("<li>").count()));
}

#[test]
fn the_first_snapshot_says_so() {
    let page = page(&frozen(&halden(), 1, "2026-11-09"), None);
    assert!(part(&page, "dashboard").contains("This is the first snapshot"));
}

#[test]
fn an_empty_register_still_makes_a_paper() {
    let page = page(&frozen(&[], 1, "2026-11-09"), None);
    assert!(part(&page, "dashboard").contains("No objective is in force."));
    assert!(part(&page, "readings").contains("Nothing has been measured yet."));
    assert!(!page.contains("id=\"lagging\""));
}

#[test]
fn the_checkpoint_lets_a_reader_check_it() {
    let (before, now) = pair();
    let page = page(&now, Some(&before));
    let sha256 = sha256_hex(&canonical(&now).expect("it is written"));
    for text in [&sha256, &now.head, &now.register] {
        assert!(part(&page, "checkpoint").contains(text.as_str()), "{text} is missing");
    }
    assert!(page.contains("state 1483 · 7f3a90c1"));
}

#[test]
fn it_needs_no_script_no_network_and_no_file_beside_it() {
    let (before, now) = pair();
    let page = page(&now, Some(&before));
    for word in ["<script", "http://", "https://", "src=", "href=", "url(", "@import", "<link", "<iframe", "<img"] {
        assert!(!page.contains(word), "the page holds {word}");
    }
}

#[test]
fn hostile_text_stays_text() {
    let mut now = frozen(&halden(), 1, "2026-11-09");
    let attack = "</title></style><script>alert(1)</script>";
    now.organization = attack.to_owned();
    now.name = "</style>\"}body{display:none}/*".to_owned();
    now.objectives[0].title = "\"><img src=x onerror=alert(1)>".to_owned();
    now.objectives[0].owner = "A\u{202e}B\u{1b}[31mC\nD".to_owned();
    now.objectives[0].why = attack.to_owned();
    if let Some(reading) = &mut now.objectives[0].last_reading {
        reading.meaning = attack.to_owned();
        reading.shown = "<svg onload=alert(1)>".to_owned();
    }
    for period in &mut now.objectives[0].series {
        period.label = "</text><script>".to_owned();
        period.shown = "</svg><script>".to_owned();
    }
    for target in &mut now.objectives[0].targets {
        target.text = "</text><a onclick=alert(1)>".to_owned();
    }
    now.head = "</style><script>".to_owned();
    let page = page(&now, None);
    for word in ["<script", "<img", "<a ", "<svg onload", "\u{1b}", "\u{202e}"] {
        assert!(!page.contains(word), "the page holds {word:?}");
    }
    assert_eq!(page.matches("</style>").count(), 1);
    let style = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).expect("the style sheet");
    assert!(!style.contains("</") && !style.contains("display:none"), "text reached the style sheet");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "the text is shown as it was entered");
    assert!(page.contains("A\u{fffd}B\u{241b}[31mC D"));
}

#[test]
fn those_who_listen_get_names_captions_and_scopes() {
    let (before, now) = pair();
    let page = page(&now, Some(&before));
    assert!(page.contains("<html lang=\"en\">"));
    let tables = page.matches("<table").count();
    assert!(tables > 10, "{tables} tables");
    assert_eq!(page.matches("<caption").count(), tables);
    assert_eq!(page.matches("<th").count() - page.matches("<thead").count(), page.matches("scope=\"").count());
    assert_eq!(page.matches("<svg").count(), page.matches("role=\"img\"").count());
    assert_eq!(page.matches("<svg class=\"chart\"").count(), page.matches("<desc id=").count());
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "an id stands twice");
}

#[test]
fn a_long_register_shows_the_latest_readings_and_says_where_the_rest_is() {
    let mut now = frozen(&halden(), 1, "2026-11-09");
    let model = now.objectives[0].clone();
    now.objectives = (0..1_000)
        .map(|n| {
            let mut objective = model.clone();
            objective.code = format!("OBJ-{n}");
            objective
        })
        .collect();
    let page = page(&now, None);
    assert!(part(&page, "readings").contains("The latest 20 periods of each objective, of up to 24"));
    assert!(page.len() < 20_000_000, "{} bytes", page.len());
    assert_eq!(now.as_of, day("2026-11-09"));
}
