//! The screen of people with real keys.

use sixtwo::app::{Command, NewReading};

use crate::screens::seat::{Seat, held};

#[test]
fn what_was_done_is_taken_back_and_done_again_where_it_is_said() {
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    seat.run(Command::RecordReading(Box::new(NewReading {
        code: "A-1".to_owned(),
        period: "2025-04".to_owned(),
        value: "96".parse().ok(),
        ..NewReading::default()
    })));
    seat.press("7");
    let said = |seat: &Seat| {
        let status = seat.screen.model.status.as_ref().expect("a status line");
        (status.text.clone(), status.hint.clone())
    };
    seat.press("u");
    let (text, hint) = said(&seat);
    assert_eq!((text.as_str(), hint.as_str()), ("took back: A-1: reading of 30 Apr 2025: 96 %", "U does it again"));
    seat.press("U");
    let (text, hint) = said(&seat);
    assert!(text.contains("reading of 30 Apr 2025") && hint == "u takes it back", "{text} {hint}");
}
