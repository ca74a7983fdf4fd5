//! A company with a series that has everything in it: a gap, a correction, a late reading, a decision.

use sixtwo::app::{Command, NewReading};
use sixtwo::domain::objective::{Definition, Level};
use sixtwo::domain::target::Waypoint;

use crate::screens::seat::{Seat, day, held, reached};

pub fn reading(code: &str, period: &str, value: &str, meaning: &str, reason: &str) -> Command {
    Command::RecordReading(Box::new(NewReading {
        code: code.to_owned(),
        period: period.to_owned(),
        value: value.parse().ok(),
        reported_by: "A. Novak".to_owned(),
        source: "ticket export".to_owned(),
        meaning: meaning.to_owned(),
        reason: reason.to_owned(),
        ..NewReading::default()
    }))
}

fn objectives() -> Vec<(&'static str, Definition)> {
    let it = "IT operations".to_owned();
    let access = Definition {
        warn: "93".parse().ok(),
        floor: "85".parse().ok(),
        level: Some(Level::Organization),
        function: "Security".to_owned(),
        due: None,
        what: "Reviews every quarter".to_owned(),
        resources: "20 days, 15 000 EUR".to_owned(),
        ..held("Access taken back in time")
    };
    let patches = Definition { parent: "A-1".to_owned(), function: it.clone(), ..held("Patches in time") };
    let leavers =
        Definition { parent: "A-1".to_owned(), function: "HR".to_owned(), owner: String::new(), ..held("Leavers") };
    let hosts = Definition { parent: "P-1".to_owned(), function: it, ..held("Hosts scanned") };
    let waypoints = vec![Waypoint { date: day("2025-09-30"), value: "60".parse().expect("a number") }];
    let training = Definition { waypoints, ..reached("Everybody trained") };
    vec![("A-1", access), ("P-1", patches), ("L-1", leavers), ("H-1", hosts), ("T-1", training)]
}

/// Access: April 96, May a gap, June late, July corrected, to December; training goes from 44 to 75.
pub fn company() -> Seat {
    let mut seat = Seat::with(&objectives());
    for (on, month, value, meaning) in [
        ("2025-05-04", "2025-04", "48/50", "Two left late."),
        ("2025-08-09", "2025-06", "94", ""),
        ("2025-08-10", "2025-07", "97", ""),
        ("2025-09-05", "2025-08", "95.5", ""),
        ("2025-10-05", "2025-09", "91", "The export was late, so were we."),
        ("2025-11-05", "2025-10", "96", ""),
        ("2025-12-05", "2025-11", "96.5", ""),
    ] {
        seat.on(on).run(reading("A-1", month, value, meaning, ""));
    }
    seat.on("2025-12-06").run(reading("A-1", "2025-07", "88", "", "two leavers were missing"));
    for (month, value) in ["44", "49", "52", "55", "60", "64", "69", "75"].iter().enumerate() {
        seat.on(&format!("2025-{:02}-05", month + 5));
        seat.run(reading("T-1", &format!("2025-{:02}", month + 4), value, "", ""));
    }
    seat.on("2025-12-08");
    seat
}

/// The same with one objective selected and the pane of these keys over the whole screen.
pub fn zoomed(code: &str, keys: &str) -> Seat {
    let mut seat = company();
    seat.press(&format!("/{code}<enter><esc>{keys}"));
    seat
}
