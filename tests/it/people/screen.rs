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
    let readings =
        |seat: &mut Seat| seat.session.dossier("A-1", Default::default()).expect("the objective").readings.len();
    let hint = |seat: &Seat| seat.screen.model.status.as_ref().expect("a status line").hint.clone();
    seat.press("7");
    assert_eq!(readings(&mut seat), 1, "{}", seat.text());
    seat.press("u");
    assert_eq!((readings(&mut seat), hint(&seat).as_str()), (0, "U does it again"), "{}", seat.text());
    seat.press("U");
    assert_eq!((readings(&mut seat), hint(&seat).as_str()), (1, "u takes it back"), "{}", seat.text());
}
