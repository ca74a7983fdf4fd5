//! A page of the manual as lines of the shell.

use std::io;

use unicode_width::UnicodeWidthStr;

use super::Page;
use crate::app::manual::{Block, Topic};
use crate::cli::{Done, Exit};

/// Wider lines are hard to read.
const WIDEST: usize = 96;

/// Prints a page.
pub fn print(topic: Topic, page: &mut Page) -> Done {
    let width = page.width.unwrap_or(WIDEST).clamp(20, WIDEST);
    let mut before: Option<Block> = None;
    for block in topic.blocks() {
        let tight = matches!((&before, &block), (Some(Block::Item(..)), Block::Item(..)));
        if before.is_some() && !tight {
            page.line("")?;
        }
        one(&block, width, page)?;
        before = Some(block);
    }
    Ok(Exit::Fine)
}

fn one(block: &Block, width: usize, page: &mut Page) -> io::Result<()> {
    match block {
        Block::Heading(said) => page.line(&said.to_uppercase()),
        Block::Text(said) => wrapped(said, "", width, page),
        Block::Item(mark, said) => wrapped(said, &format!("{mark} "), width, page),
        Block::Code(lines) => lines.iter().try_for_each(|line| page.line(&format!("    {line}"))),
        Block::Row(cells) => cells.iter().filter(|(_, cell)| !cell.is_empty()).try_for_each(|(head, cell)| {
            let said = if head.is_empty() { cell.clone() } else { format!("{head}: {cell}") };
            wrapped(&said, "  ", width, page)
        }),
    }
}

/// A paragraph; the lines after the first stand behind its mark.
fn wrapped(said: &str, mark: &str, width: usize, page: &mut Page) -> io::Result<()> {
    let indent = " ".repeat(mark.width());
    let mut line = mark.to_owned();
    let mut empty = true;
    for word in said.split_whitespace() {
        if !empty && line.width() + 1 + word.width() > width {
            page.line(&line)?;
            line = indent.clone();
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    page.line(&line)
}
