//! The user manual, carried in the program: one page per topic, read full screen and on the shell.

mod block;

pub use block::{Block, blocks};

/// One page of the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The word that names it on the shell: `sixtwo help month`.
    pub name: &'static str,
    text: &'static str,
}

impl Topic {
    /// The page with this name.
    pub fn named(name: &str) -> Option<Topic> {
        TOPICS.iter().copied().find(|topic| topic.name == name)
    }

    /// What the page is called: its first heading.
    pub fn title(self) -> &'static str {
        self.text.lines().next().unwrap_or_default().trim_start_matches('#').trim()
    }

    /// The page as it was written.
    pub fn text(self) -> &'static str {
        self.text
    }

    /// What the page says, heading first.
    pub fn blocks(self) -> Vec<Block> {
        blocks(self.text)
    }
}

/// Every page, in the order a person meets what they are about.
#[rustfmt::skip]
pub const TOPICS: &[Topic] = &[
    Topic { name: "start", text: include_str!("../../../assets/manual/start.md") },
    Topic { name: "month", text: include_str!("../../../assets/manual/month.md") },
    Topic { name: "meeting", text: include_str!("../../../assets/manual/meeting.md") },
    Topic { name: "spreadsheet", text: include_str!("../../../assets/manual/spreadsheet.md") },
    Topic { name: "editions", text: include_str!("../../../assets/manual/editions.md") },
    Topic { name: "auditor", text: include_str!("../../../assets/manual/audit.md") },
    Topic { name: "files", text: include_str!("../../../assets/manual/files.md") },
    Topic { name: "papers", text: include_str!("../../../assets/manual/papers.md") },
    Topic { name: "terminals", text: include_str!("../../../assets/manual/terminals.md") },
    Topic { name: "keyboard", text: include_str!("../../../assets/manual/keyboard.md") },
];
