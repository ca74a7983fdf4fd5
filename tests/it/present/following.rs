//! Two terminals on one register: a meeting in the one, the room's screen in the other.

use tempfile::TempDir;

use crate::pty::record::sixtwo;
use crate::pty::terminal::Terminal;

fn register() -> TempDir {
    let folder = TempDir::new().expect("a folder for the test");
    sixtwo(folder.path(), &["demo", "--path", "r.sixtwo"]);
    folder
}

/// From the first step to the first objective.
fn through_the_steps(desk: &mut Terminal) {
    for step in ["Last actions", "Who has not measured", "Changes of status"] {
        desk.wait_for(step);
        desk.press("\r");
    }
    desk.wait_for("Meaning");
}

#[test]
fn the_big_screen_waits_for_a_meeting_and_follows_it() {
    let folder = register();
    let mut room = Terminal::open(folder.path(), &["present", "r.sixtwo"], 120, 36);
    room.wait_for("no meeting is open");
    let mut desk = Terminal::open(folder.path(), &["r.sixtwo", "--as", "Berg"], 120, 36);
    desk.wait_for("? help");
    desk.press("R");
    desk.wait_for("Here");
    desk.press("Berg, Okafor\x13");
    room.wait_for("last actions");
    through_the_steps(&mut desk);
    room.wait_for("item 1 of");
    room.wait_for("What does it mean, and what do we do about it?");
    desk.press("\x1b[6~");
    room.wait_for("item 2 of");
    room.press("\x1b[C");
    room.wait_for("item 3 of");
    room.wait_for("Enter follows the meeting again");
    room.press("f");
    room.wait_for("item 2 of");
}

#[test]
fn what_was_decided_appears_once_it_is_on_disk() {
    let folder = register();
    let mut desk = Terminal::open(folder.path(), &["r.sixtwo", "--as", "Berg"], 120, 36);
    desk.wait_for("? help");
    desk.press("R");
    desk.wait_for("Here");
    desk.press("Berg\x13");
    through_the_steps(&mut desk);
    desk.press("\x1b[6~");
    desk.wait_for("IT-2");
    let mut room = Terminal::open(folder.path(), &["present", "r.sixtwo"], 120, 36);
    room.wait_for("IT-2");
    // The value that is in is kept; the meaning, then one letter for the decision.
    desk.press("\ttwo old hosts wait\r");
    desk.press("e\r");
    // The meeting goes on to the next item, and the room with it.
    room.wait_for("item 3 of");
    room.wait_for("1 of 14 looked at");
    room.press("\x1b[D");
    room.wait_for("“two old hosts wait”");
    room.wait_for("decided:");
}
