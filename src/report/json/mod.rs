//! Papers as JSON. The pack holds the frozen document exactly as it was hashed, on a line of its own, and what changed.

pub mod document;

use serde::Serialize;

use crate::domain::changes::Changes;
use crate::domain::probe::Page;

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
