//! Colours of marks, from the terminal's own sixteen; never the only difference.

use crate::domain::status::Status;

/// How a mark stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Text as it is.
    Plain,
    /// As it should be.
    Good,
    /// Close, behind, late.
    Warning,
    /// Breached or missed.
    Bad,
    /// A heading.
    Strong,
}

impl Tone {
    /// The tone of a status.
    pub fn of(status: Status) -> Tone {
        match status {
            Status::OnTrack | Status::Achieved => Tone::Good,
            Status::AtRisk | Status::Unknown => Tone::Warning,
            Status::OffTrack | Status::Missed => Tone::Bad,
            Status::Draft | Status::NotStarted | Status::Retired => Tone::Plain,
        }
    }

    /// The text in this tone, where colours may be used.
    pub fn paint(self, text: &str, colour: bool) -> String {
        let code = match self {
            _ if !colour => return text.to_owned(),
            Tone::Plain => return text.to_owned(),
            Tone::Good => 32,
            Tone::Warning => 33,
            Tone::Bad => 31,
            Tone::Strong => 1,
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }
}
