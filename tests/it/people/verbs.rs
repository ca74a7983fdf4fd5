//! `people` on the real program.

use super::super::cli::desk::Desk;

#[test]
fn people_are_entered_hand_over_accept_and_leave() {
    let desk = Desk::furnished();
    let listed = desk.json(&["people"]);
    let novak = listed["people"].as_array().expect("an array").iter().find(|p| p["name"] == "A. Novak");
    assert_eq!(novak.map(|p| (p["kind"].is_null(), p["owns"][0]["code"].clone())), Some((true, "HR-2".into())));

    desk.ok(&["people", "enter", "person", "A. Novak", "--function", "HR", "--email", "novak@example.org"]);
    desk.ok(&["people", "enter", "person", "K. Lind", "--role", "CISO"]);
    desk.ok(&["people", "enter", "person", "A. Novak", "--role", "HR lead"]);
    let novak = desk.json(&["people", "a. novak"]);
    assert_eq!((novak["function"].as_str(), novak["roles"][0].as_str()), (Some("HR"), Some("HR lead")));

    let done = desk.ok(&["people", "hand-over", "A. Novak", "CISO", "--on", "2199-01-01", "--reason", "new job"]);
    assert!(done.contains("CISO takes over HR-2"), "{done}");
    assert_eq!(desk.status("HR-2", &[])["owner"], "A. Novak");
    assert_eq!(desk.status("HR-2", &[])["planned"][0]["change"], "owner changes to CISO");
    assert!(desk.ok(&["show", "HR-2"]).contains("owner changes to CISO on 2199-01-01"));

    let stranger = desk.refused(&["people", "accept", "1", "--by", "R. Okafor"]);
    assert!(stranger.contains("R. Okafor is not CISO"), "{stranger}");
    desk.ok(&["people", "accept", "1", "--by", "K. Lind"]);
    let twice = desk.refused(&["people", "accept", "1", "--by", "K. Lind"]);
    assert!(twice.contains("accepted by K. Lind"), "{twice}");

    let text = desk.ok(&["people", "A. Novak", "--ask"]);
    assert!(text.starts_with("A. Novak,") && text.contains("reading HR-2"), "{text}");
    desk.ok(&["people", "end", "person", "A. Novak", "--until", "2198-12-31"]);
    assert_eq!(desk.json(&["people", "A. Novak"])["until"], "2198-12-31");
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn what_cannot_be_handed_over_is_refused_in_a_sentence() {
    let desk = Desk::furnished();
    desk.ok(&["people", "enter", "person", "B. Gone", "--until", "2020-12-31"]);
    desk.ok(&["people", "enter", "role", "DPO"]);
    let cases: [(&[&str], &str); 8] = [
        (&["people", "hand-over", "A. Novak", "a. novak"], "has it already"),
        (&["people", "hand-over", "Nobody", "K. Lind"], "nothing of Nobody"),
        (&["people", "hand-over", "A. Novak", "B. Gone"], "until 2020-12-31 only"),
        (&["people", "hand-over", "A. Novak", "DPO"], "nobody holds the role DPO"),
        (&["people", "hand-over", "A. Novak", "K. Lind", "--code", "HR-22"], "HR-22"),
        (&["people", "end", "person", "Nobody", "--until", "2026-12-31"], "no person `Nobody`"),
        (&["people", "enter", "person", "X", "--from", "2026-02-01", "--until", "2026-01-01"], "before the first day"),
        (&["people", "Nobody"], "nobody is called"),
    ];
    for (words, said) in cases {
        let sentence = desk.refused(words);
        assert!(sentence.contains(said), "{words:?}: {sentence}");
    }
}

#[test]
fn a_reorganization_has_one_name_and_one_day() {
    let desk = Desk::furnished();
    let words = ["people", "reorganize", "One IT", "--on", "2199-04-01"];
    desk.ok(&[&words[..], &["--move", "IT-2=Platform", "--parent", "IT-2=", "--move", "HR-2=People"]].concat());
    let planned = desk.json(&["people"])["planned"][0].clone();
    assert_eq!((planned["name"].as_str(), planned["begins"].as_str()), (Some("One IT"), Some("2199-04-01")));
    assert_eq!(planned["codes"], serde_json::json!(["IT-2", "HR-2"]));
    assert_eq!(desk.status("IT-2", &[])["parent"], "SEC-2");
    let then = desk.status("IT-2", &["--as-of", "2199-04-01"]);
    assert_eq!((then["parent"].is_null(), then["function"].as_str()), (true, Some("Platform")));
    let circle = desk.refused(&["people", "reorganize", "Round", "--parent", "SEC-2=IT-2", "--parent", "IT-2=SEC-2"]);
    assert!(circle.contains("circle"), "{circle}");
}

#[test]
fn contradictions_and_circles_are_refused() {
    let desk = Desk::furnished();
    desk.ok(&["people", "enter", "function", "Platform", "--function", "IT"]);
    let cases: [(&[&str], &str); 3] = [
        (&["people", "reorganize", "One IT", "--move", "IT-2=Platform", "--move", "it-2=IT"], "changed in two ways"),
        (&["people", "enter", "function", "Platform", "--function", "platform"], "circle"),
        (&["people", "enter", "function", "IT", "--function", "Platform"], "circle: IT → Platform → IT"),
    ];
    for (words, said) in cases {
        let sentence = desk.refused(words);
        assert!(sentence.contains(said), "{words:?}: {sentence}");
    }
    desk.ok(&["people", "reorganize", "One IT", "--move", "IT-2=Platform", "--move", "IT-2=Platform"]);
    assert_eq!(desk.status("IT-2", &[])["function"], "Platform");
}
