//! Papers as JSON. The pack holds the frozen document exactly as it was hashed, on a line of its own, and what changed.

pub mod document;

use serde::Serialize;

use crate::domain::changes::Changes;
use crate::domain::probe::Page;
use crate::domain::text::acts;

/// The name of this document's form.
pub const SCHEMA: &str = "sixtwo-pack-1";

/// The name of the form of auditor's pages.
pub const EVIDENCE: &str = "sixtwo-evidence-1";

/// Auditor's pages as one JSON object, in their order.
pub fn evidence(pages: &[Page]) -> Result<Vec<u8>, serde_json::Error> {
    #[derive(Serialize)]
    struct Evidence<'a> {
        schema: &'static str,
        pages: &'a [Page],
    }
    let mut document = serde_json::to_vec_pretty(&Evidence { schema: EVIDENCE, pages })?;
    document.push(b'\n');
    Ok(document)
}

/// One JSON object. The snapshot stands on the third line as its frozen bytes, so that its hash can be checked; the
/// comma that ends the line is not part of it.
pub fn pack(frozen: &[u8], sha256: &str, changes: Option<&Changes>) -> Result<Vec<u8>, serde_json::Error> {
    let mut document =
        format!("{{\"schema\":\"{SCHEMA}\",\"snapshot_sha256\":\"{sha256}\",\n\"snapshot\":\n").into_bytes();
    document.extend_from_slice(frozen.trim_ascii_end());
    document.extend_from_slice(b",\n\"changes\":");
    serde_json::to_writer(&mut document, &changes)?;
    document.extend_from_slice(b"}\n");
    Ok(document)
}

/// A value as text with a line break at its end; what a terminal or a reader would act on is escaped.
pub(super) fn inert(value: &serde_json::Value) -> Result<Vec<u8>, serde_json::Error> {
    let mut inert = String::new();
    // The line breaks of the layout are the only ones that stand there as they are.
    for c in serde_json::to_string_pretty(value)?.chars() {
        if c != '\n' && acts(c) {
            let mut units = [0; 2];
            inert.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            inert.push(c);
        }
    }
    inert.push('\n');
    Ok(inert.into_bytes())
}
