//! Where the parts stand: steps on top, the sheet, what is to be decided, what becomes of it, the count below.

use ratatui::layout::Rect;

/// From this width on the sheet stands at the left and the rest at the right of it.
const WIDE: u16 = 100;
/// From this height on, inside the steps and the count, more than one pane has room.
const TALL: u16 = 14;

/// From this height on the count may take two lines.
const ROOMY: u16 = 26;

/// The parts of the body. Panes share their edges; one without room is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The line of steps.
    pub strip: Rect,
    /// The sheet as it is, with its frame.
    pub sheet: Rect,
    /// What is to be decided, with its frame.
    pub list: Rect,
    /// What becomes of the selected line or cell, with its frame.
    pub detail: Rect,
    /// The sentence that counts.
    pub count: Rect,
}

impl Areas {
    /// Cuts the body, with so many lines for the count. Where only one pane has room it is the sheet for who looks into it, else the list.
    pub fn of(body: Rect, in_grid: bool, said: usize) -> Areas {
        let most = if body.height >= ROOMY { 2 } else { 1 };
        let said = (said as u16).clamp(1, most).min(body.height);
        let strip = Rect { height: 1.min(body.height), ..body };
        let count = Rect { y: body.bottom() - said, height: said, ..body };
        let inside = Rect { y: body.y + 1, height: body.height.saturating_sub(1 + said), ..body };
        let areas = Areas { strip, count, ..Areas::default() };
        if inside.height < TALL {
            return if in_grid { Areas { sheet: inside, ..areas } } else { Areas { list: inside, ..areas } };
        }
        if inside.width >= WIDE {
            let right = (inside.width * 9 / 20).clamp(44, 84);
            let sheet = Rect { width: inside.width - right + 1, ..inside };
            let side = Rect { x: inside.right() - right, width: right, ..inside };
            let upper = side.height * 11 / 20;
            let list = Rect { height: upper, ..side };
            let detail = Rect { y: side.y + upper - 1, height: side.height - upper + 1, ..side };
            return Areas { sheet, list, detail, ..areas };
        }
        let upper = if in_grid { inside.height / 2 } else { (inside.height * 2 / 5).max(7) };
        let below = inside.height - upper + 1;
        let middle = (below * 3 / 5).max(5);
        let sheet = Rect { height: upper, ..inside };
        let list = Rect { y: sheet.bottom() - 1, height: middle, ..inside };
        let detail = Rect { y: list.bottom() - 1, height: below - middle + 1, ..inside };
        Areas { sheet, list, detail, ..areas }
    }

    /// The room inside a frame.
    pub fn inside(area: Rect) -> Rect {
        Rect {
            x: area.x + 1.min(area.width),
            y: area.y + 1.min(area.height),
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(2),
        }
    }
}
