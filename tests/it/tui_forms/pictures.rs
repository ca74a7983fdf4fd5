//! Pictures of forms and of the meeting, and no size that breaks them.

use super::fixture::Desk;

#[test]
fn the_meeting_at_two_sizes() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut desk = Desk::in_meeting(width, height);
        desk.press("<pgdn><pgdn>4 fixes wait on two unsupported hosts<enter>aRetire both hosts");
        insta::assert_snapshot!(format!("meeting_{width}x{height}"), desk.text());
    }
}

#[test]
fn a_reading_at_two_sizes() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut desk = Desk::open(width, height);
        desk.press("m43/47<enter>4 fixes wait on two hosts");
        insta::assert_snapshot!(format!("reading_{width}x{height}"), desk.text());
    }
}

#[test]
fn the_last_page_at_two_sizes() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut desk = Desk::in_meeting(width, height);
        desk.press("43/47 two wait<enter>aRetire both hosts<enter><enter>+2w<enter><f4><f8>+1m");
        insta::assert_snapshot!(format!("read_back_{width}x{height}"), desk.text());
    }
}

#[test]
fn an_objective_at_two_sizes() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut desk = Desk::open(width, height);
        desk.press("e");
        insta::assert_snapshot!(format!("objective_{width}x{height}"), desk.text());
    }
}

/// Every size from nothing to large, in the middle of typing: what is drawn stays inside, what is typed stays.
#[test]
fn no_size_breaks_a_form_or_the_meeting() {
    type Opened = fn(u16, u16) -> Desk;
    let scripts: [(&str, Opened); 3] = [
        ("43/47 half a sentence 点击率", Desk::in_meeting),
        ("<f8>2026-12", Desk::in_meeting),
        ("e<tab><right>", Desk::open),
    ];
    for (keys, open) in scripts {
        let mut desk = open(100, 30);
        desk.press(keys);
        for width in (0..44).chain([60, 63, 64, 79, 99, 100, 200]) {
            for height in (0..16).chain([24, 60]) {
                desk.screen.model.size = (width, height);
                desk.screen.buffer();
            }
        }
    }
}
