//! The readiness checks: each fires where it must and is silent where it must not.

mod cases;
mod report;
mod sheet;
mod sound;
mod table;

use cases::all;
use sound::sound;

#[test]
fn a_sound_register_passes_every_check() {
    let report = sound().report();
    assert_eq!(report.findings, []);
    assert_eq!(report.to_dos, []);
    assert_eq!(report.not_checked, []);
    assert_eq!(report.silent, 68);
}

#[test]
fn every_check_fires_in_its_own_words() {
    let mut wrong = Vec::new();
    for case in all() {
        for (on, fact, spoil) in case.fires {
            let mut sheet = sound();
            spoil(&mut sheet);
            let found: Vec<_> =
                sheet.found(case.id).iter().map(|finding| (finding.about.key(), finding.fact.clone())).collect();
            if found != [((*on).to_owned(), (*fact).to_owned())] {
                wrong.push(format!("{}: {on}: {fact}\n  but found {found:?}", case.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_check_fires_where_its_caution_speaks() {
    let mut wrong = Vec::new();
    for case in all() {
        for (why, change) in case.silent {
            let mut sheet = sound();
            change(&mut sheet);
            let found = sheet.found(case.id);
            if !found.is_empty() || !sheet.ran(case.id) {
                wrong.push(format!("{}: {why}: {found:?}", case.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_check_without_data_says_what_is_missing() {
    for case in all() {
        for (why, take_away) in case.not_checked {
            let mut sheet = sound();
            take_away(&mut sheet);
            let not_checked = sheet.report().not_checked;
            let said: Vec<&str> =
                not_checked.iter().filter(|not| not.check == case.id).map(|not| not.why.as_str()).collect();
            assert_eq!(said, [*why], "{}", case.id);
        }
    }
}
