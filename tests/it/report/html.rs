//! The pack as a page: complete, alone, harmless, always the same.

use sixtwo::domain::changes;
use sixtwo::domain::snapshot::{Snapshot, canonical, sha256_hex};
use sixtwo::report::html::render;
use sixtwo::report::pack::{Frozen, pack};

use super::fixture::pair;

fn page(snapshot: &Snapshot, previous: Option<&Snapshot>) -> String {
    let sha256 = sha256_hex(&canonical(snapshot).expect("it is written"));
    let bytes = render(&pack(&Frozen { snapshot, sha256: &sha256, previous }));
    String::from_utf8(bytes).expect("it is UTF-8")
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
fn changes_are_not_empty() {
    let (before, now) = pair();
    assert!(!changes::between(&before, &now).is_empty());
}
