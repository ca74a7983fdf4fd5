//! The whole job with arrows, Tab, Enter, Esc and F1: no letter is needed as a command, only to say something.

use sixtwo::tui::keymap::Scope;

use crate::terminals::stage::Stage;

/// A person who has these keys alone, and a keyboard for words.
struct Hands {
    stage: Stage,
}

impl Hands {
    fn on(columns: u16, rows: u16) -> Hands {
        Hands { stage: Stage::open(columns, rows) }
    }

    /// Presses keys that every keyboard has at the same place.
    fn press(&mut self, keys: &str) -> &mut Hands {
        const FEW: [&str; 9] = ["<up>", "<down>", "<left>", "<right>", "<tab>", "<s-tab>", "<enter>", "<esc>", "<f1>"];
        for key in keys.split_inclusive('>') {
            assert!(FEW.contains(&key), "{key} is not one of the few keys");
            self.stage.press(key);
        }
        self
    }

    /// Says something where words are asked for, and nowhere else.
    fn say(&mut self, words: &str) -> &mut Hands {
        assert!(self.stage.play.model.typing, "nobody asks for words: {}", self.stage.text());
        self.stage.press(words);
        self
    }

    /// Says something instead of what was proposed.
    fn instead(&mut self, words: &str) -> &mut Hands {
        for _ in 0..80 {
            self.say("<bs>");
        }
        self.say(words)
    }

    /// Finds what an action does in the help and does it there; in the first place with that name.
    fn find(&mut self, does: &str) -> &mut Hands {
        self.press("<f1>");
        for _ in 0..300 {
            let lines = self.stage.lines();
            if lines.iter().any(|line| line.contains('▸') && line.contains(does)) {
                return self.press("<enter>");
            }
            self.press("<down>");
        }
        panic!("the help has no line {does:?}: {}", self.stage.text());
    }

    fn scope(&self) -> Scope {
        self.stage.play.model.scopes()[0]
    }

    fn sees(&self, words: &str) {
        assert!(self.stage.text().contains(words), "{words:?} is not there: {}", self.stage.text());
    }

    fn seq(&self) -> u64 {
        self.stage.play.model.overview.as_ref().expect("an overview").seq
    }
}

#[test]
fn a_reading_is_entered() {
    let mut hands = Hands::on(120, 36);
    let before = hands.seq();
    hands.press("<down>").find("Records a reading of the selected objective");
    assert_eq!(hands.scope(), Scope::Form, "{}", hands.stage.text());
    hands.say("100").press("<tab>").say("both restores came back whole").find("Saves the form");
    assert!(hands.seq() > before, "{}", hands.stage.text());
    assert!(hands.stage.play.model.layers.is_empty(), "{}", hands.stage.text());
    hands.sees("100 %");
}

#[test]
fn a_plan_is_changed_in_its_table() {
    let mut hands = Hands::on(120, 36);
    let before = hands.seq();
    hands.find("Shows what every objective needs").press("<right><enter>");
    assert_eq!(hands.scope(), Scope::Cell, "{}", hands.stage.text());
    hands.say(", and one day of the vendor").press("<enter>");
    if hands.seq() == before {
        // What was approved is not changed without a reason.
        hands.say("the vendor must be there").press("<enter>");
    }
    assert!(hands.seq() > before, "{}", hands.stage.text());
    assert_eq!(hands.scope(), Scope::PlanTable, "{}", hands.stage.text());
    hands.press("<esc>");
    assert!(hands.stage.play.model.layers.is_empty());
}

#[test]
fn a_meeting_is_held_and_closed() {
    let mut hands = Hands::on(120, 36);
    hands.find("Starts a review meeting").say("Berg; Okafor").find("Saves the form");
    for _ in 0..4 {
        if hands.scope() == Scope::MeetingStep {
            hands.press("<enter>");
        }
    }
    assert!(hands.stage.play.model.scopes().contains(&Scope::Meeting), "{}", hands.stage.text());
    let before = hands.seq();
    hands.find("Goes to the next item");
    for field in 0.. {
        if hands.scope() == Scope::Decision || field == 8 {
            break;
        }
        hands.press("<tab>");
    }
    hands.find("Take it to the management review").press("<enter>");
    assert!(hands.seq() > before, "the answer is not in: {}", hands.stage.text());
    let overview = hands.stage.play.model.overview.as_ref().expect("an overview");
    assert!(overview.open_review.is_some());
    hands.find("Passes everything on track as a block").find("Closes the meeting");
    for _ in 0..4 {
        let open = hands.stage.play.model.overview.as_ref().is_some_and(|overview| overview.open_review.is_some());
        if !open {
            break;
        }
        hands.press("<enter>");
    }
    let overview = hands.stage.play.model.overview.as_ref().expect("an overview");
    assert_eq!(overview.open_review, None, "{}", hands.stage.text());
}

#[test]
fn a_page_is_exported() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut hands = Hands::on(120, 36);
    hands.find("Shows one objective with everything").find("Writes the page as a file");
    assert_eq!(hands.scope(), Scope::Prompt, "{}", hands.stage.text());
    let path = folder.path().join("page.html");
    hands.instead(&path.display().to_string()).press("<enter>");
    assert!(path.exists(), "{}", hands.stage.text());
    hands.press("<esc>");
    assert!(hands.stage.play.model.layers.is_empty(), "{}", hands.stage.text());
}

#[test]
fn every_screen_is_reached_and_left() {
    let mut hands = Hands::on(120, 36);
    for (does, scope) in [
        ("Goes from sources to objectives", Scope::Trace),
        ("Shows what an auditor may raise", Scope::Readiness),
        ("Shows who changed what", Scope::History),
        ("Shows frozen registers", Scope::Snapshots),
        ("Shows who owns, reports", Scope::People),
        ("Shows the list as a whole", Scope::Editions),
        ("Shows objectives by periods", Scope::Periods),
    ] {
        hands.find(does);
        assert_eq!(hands.scope(), scope, "{}", hands.stage.text());
        hands.press("<esc>");
        assert!(hands.stage.play.model.layers.is_empty(), "{scope:?}: {}", hands.stage.text());
    }
}
