//! `snapshot show` and `snapshot diff` through the binary.

use crate::cli::desk::Desk;

/// Two snapshots, the second after a correction.
fn desk() -> Desk {
    let desk = Desk::furnished();
    desk.ok(&["record", "IT-2", "96", "--period", "2025-04"]);
    desk.ok(&["snapshot", "take", "First look"]);
    desk.ok(&["record", "IT-2", "93", "--period", "2025-04", "--reason", "recounted"]);
    desk.ok(&["snapshot", "take", "Second look"]);
    desk
}

#[test]
fn a_frozen_register_is_shown_and_its_document_is_given_out_byte_for_byte() {
    let desk = desk();
    let listed = desk.json(&["snapshot", "list"]);
    let shown = desk.ok(&["snapshot", "show", "1"]);
    assert!(shown.starts_with("snapshot 1  First look\n"), "{shown}");
    let hash = listed[1]["hash"].as_str().expect("a hash");
    assert!(shown.contains(&format!("{hash}, checked")), "{shown}");
    assert!(shown.contains("IT-2") && shown.contains("96 %"), "{shown}");
    let document = desk.ok(&["snapshot", "show", "1", "--json"]);
    assert_eq!(sixtwo::domain::snapshot::sha256_hex(document.as_bytes()), hash);
    assert!(desk.refused(&["snapshot", "show", "7"]).contains("there is no snapshot 7; the newest is 2"));
}

#[test]
fn two_snapshots_are_compared_in_either_order() {
    let desk = desk();
    let told = desk.ok(&["snapshot", "diff", "1", "2"]);
    assert_eq!(desk.ok(&["snapshot", "diff", "2", "1"]), told);
    assert!(told.starts_with("snapshot 1 → snapshot 2\n"), "{told}");
    assert!(told.contains("Corrected after it had been shown"), "{told}");
    assert!(told.contains("Apr 2025: 96 % → 93 %") && told.contains("because: recounted"), "{told}");
    let object = desk.json(&["snapshot", "diff", "1", "2"]);
    assert_eq!(object["from"]["number"], 1);
    assert_eq!(object["to"]["name"], "Second look");
    assert_eq!(object["changes"]["corrected"][0]["before"], "96 %");
    assert!(desk.run(&["snapshot", "diff", "2", "2"]).code == 2, "with itself there is nothing to compare");
}

#[test]
fn without_a_second_one_it_is_compared_with_now() {
    let desk = desk();
    assert!(desk.ok(&["snapshot", "diff", "2"]).contains("nothing in the register is different"));
    desk.ok(&["record", "IT-2", "97", "--period", "2025-05"]);
    let told = desk.ok(&["snapshot", "diff", "2"]);
    assert!(told.starts_with("snapshot 2 → now\n") && told.contains("May 2025 97 %"), "{told}");
    let object = desk.json(&["snapshot", "diff", "2"]);
    assert_eq!(object["to"]["number"], serde_json::Value::Null);
    assert_eq!(object["changes"]["readings"][0]["code"], "IT-2");
    assert_eq!(desk.json(&["snapshot", "list"]).as_array().map(Vec::len), Some(2), "nothing was written");
}
