//! The pack as JSON: the frozen document exactly as it was hashed, on a line of its own, and what changed.

use crate::domain::changes::Changes;

/// The name of this document's form.
pub const SCHEMA: &str = "sixtwo-pack-1";

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
