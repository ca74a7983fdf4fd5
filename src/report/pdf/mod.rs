//! The document as pages: A4 or Letter, its own fonts inside, an outline, a tree of what stands where for those who
//! listen, no address to fetch. The same document always gives the same bytes.
//!
//! A document becomes strips as wide as the text (`blocks`), strips stand on pages (`flow`), pages are drawn
//! (`ink`). Every text passes the one sanitizer where it becomes letters (`lines`); characters the fonts lack are
//! drawn as a box and named in the notes.

mod blocks;
mod case;
mod desk;
mod evidence;
mod flow;
mod ink;
mod letters;
mod lines;
mod look;
mod picture;
mod strip;
mod table;
mod title;
mod tree;

use desk::Desk;
use letters::Letters;
use look::{BOTTOM, SIDE, TOP};
use tree::Tree;

use super::document::{Document, PaperSize};
use super::{WriteError, Written};

/// The file's bytes, and what it could not show.
pub fn render(document: &Document) -> Result<Written, WriteError> {
    let letters = Letters::new().ok_or_else(|| WriteError("the fonts of this program cannot be read".to_owned()))?;
    let (width, height) = match document.house.size {
        PaperSize::A4 => (595.28, 841.89),
        PaperSize::Letter => (612.0, 792.0),
    };
    let (logo, unseen) = title::logo(document);
    let mut desk = Desk {
        letters,
        tree: Tree::new(),
        place: 0,
        strips: Vec::new(),
        width: width - 2.0 * SIDE,
        logo,
        around: String::new(),
    };
    desk.stand_at(&document.title);
    title::title(&mut desk, document);
    for part in &document.parts {
        title::part(&mut desk, part);
        for block in &part.blocks {
            blocks::block(&mut desk, block);
        }
    }
    let pages = flow::pages(std::mem::take(&mut desk.strips), height - TOP - BOTTOM);
    let bytes = ink::draw(&mut desk, document, &pages, (width, height))?;
    Ok(Written { bytes, notes: unseen.into_iter().chain(desk.letters.notes()).collect() })
}
