//! The little of Markdown the manual is written in.

/// A part of a page. Keys and commands stand between backquotes; nothing else is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; the first of a page is its title.
    Heading(String),
    /// A paragraph, its lines joined.
    Text(String),
    /// A line of a list: its mark, `-` or `2.`, and what it says.
    Item(String, String),
    /// Lines to be typed as they stand.
    Code(Vec<String>),
    /// A line of a table, with the heads of its columns.
    Row(Vec<(String, String)>),
}

/// Reads a page.
pub fn blocks(page: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut lines = page.lines().peekable();
    let mut heads: Vec<String> = Vec::new();
    let mut joins = false;
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            let code = lines.by_ref().take_while(|line| !line.starts_with("```"));
            found.push(Block::Code(code.map(str::to_owned).collect()));
            joins = false;
        } else if let Some(cells) = cells(line) {
            if heads.is_empty() {
                heads = cells;
            } else if !cells.iter().all(|cell| cell.chars().all(|c| "-: ".contains(c))) {
                found.push(Block::Row(heads.iter().cloned().zip(cells).collect()));
            }
            joins = false;
        } else {
            heads.clear();
            joins = text_line(line, joins, &mut found);
        }
    }
    found
}

/// Takes a line that is neither code nor table; says whether the next one goes on with it.
fn text_line(line: &str, joins: bool, found: &mut Vec<Block>) -> bool {
    let said = unmarked(line.trim());
    if said.is_empty() {
        return false;
    }
    if line.starts_with('#') {
        found.push(Block::Heading(said.trim_start_matches('#').trim().to_owned()));
        return false;
    }
    if let Some((mark, rest)) = item(&said) {
        found.push(Block::Item(mark.to_owned(), rest.to_owned()));
        return true;
    }
    match found.last_mut() {
        Some(Block::Text(text) | Block::Item(_, text)) if joins => {
            text.push(' ');
            text.push_str(&said);
        }
        _ => found.push(Block::Text(said)),
    }
    true
}

/// The mark and the rest of a line of a list.
fn item(line: &str) -> Option<(&str, &str)> {
    let (mark, rest) = line.split_once(' ')?;
    let number = mark.strip_suffix('.').is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    (mark == "-" || number).then_some((mark, rest.trim_start()))
}

/// The cells of a table's line.
fn cells(line: &str) -> Option<Vec<String>> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.split('|').map(|cell| unmarked(cell.trim())).collect())
}

/// Without the marks of bold type; of a link only what it is called.
fn unmarked(text: &str) -> String {
    let plain = text.replace("**", "");
    let mut shown = String::new();
    let mut rest = plain.as_str();
    while let Some((before, called, after)) = link(rest) {
        shown.push_str(before);
        shown.push_str(called);
        rest = after;
    }
    shown.push_str(rest);
    shown
}

/// The first link: what stands before it, what it is called, what stands behind it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (head, tail) = text.split_once("](")?;
    let (before, called) = head.rsplit_once('[')?;
    let (_, after) = tail.split_once(')')?;
    Some((before, called, after))
}

#[cfg(test)]
mod tests {
    use super::{Block, blocks};

    #[test]
    fn a_page_falls_into_its_parts() {
        let page = "# Title\n\nOne line\nand **its** end, see [there](x.md).\n\n- first\n  goes on\n2. second\n\n\
                    | a | b |\n|---|---|\n| 1 | `q` |\n\n```sh\nsixtwo keys\n```\n";
        let text = |text: &str| text.to_owned();
        let expected = [
            Block::Heading(text("Title")),
            Block::Text(text("One line and its end, see there.")),
            Block::Item(text("-"), text("first goes on")),
            Block::Item(text("2."), text("second")),
            Block::Row(vec![(text("a"), text("1")), (text("b"), text("`q`"))]),
            Block::Code(vec![text("sixtwo keys")]),
        ];
        assert_eq!(blocks(page), expected);
    }
}
