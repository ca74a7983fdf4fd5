//! What stands on the pages and how it hangs together, for those who listen to the paper or read it on a small screen.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// A place in the tree.
pub type Place = usize;

/// The tree while it grows: places first, what is drawn for them later.
pub struct Tree {
    boughs: Vec<Bough>,
}

struct Bough {
    tag: TagKind,
    below: Vec<Place>,
    drawn: Vec<Identifier>,
}

impl Tree {
    /// A tree of one place, the whole document.
    pub fn new() -> Tree {
        Tree { boughs: vec![Bough { tag: Tag::Part.into(), below: Vec::new(), drawn: Vec::new() }] }
    }

    /// A new place below another.
    pub fn grow(&mut self, under: Place, tag: impl Into<TagKind>) -> Place {
        self.boughs.push(Bough { tag: tag.into(), below: Vec::new(), drawn: Vec::new() });
        let place = self.boughs.len() - 1;
        self.boughs[under].below.push(place);
        place
    }

    /// A heading; `level` counts from 1.
    pub fn heading(&mut self, under: Place, level: u16, text: &str) -> Place {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        self.grow(under, Tag::Hn(level, Some(text.to_owned())))
    }

    /// The heading of a column or a row.
    pub fn heading_cell(&mut self, under: Place, of_row: bool) -> Place {
        let scope = if of_row { TableHeaderScope::Row } else { TableHeaderScope::Column };
        self.grow(under, Tag::TH(scope))
    }

    /// A list.
    pub fn list(&mut self, under: Place, numbered: bool) -> Place {
        self.grow(under, Tag::L(if numbered { ListNumbering::Decimal } else { ListNumbering::None }))
    }

    /// Something was drawn for a place.
    pub fn drew(&mut self, place: Place, what: Identifier) {
        self.boughs[place].drawn.push(what);
    }

    /// The whole tree.
    pub fn finish(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        tree.push(self.group(0));
        tree
    }

    fn group(&mut self, place: Place) -> TagGroup {
        let bough = &mut self.boughs[place];
        let mut group = TagGroup::new(bough.tag.clone());
        let drawn = std::mem::take(&mut bough.drawn);
        let below = std::mem::take(&mut bough.below);
        group.children = drawn.into_iter().map(Node::from).collect();
        for place in below {
            let child = self.group(place);
            group.push(child);
        }
        group
    }
}
