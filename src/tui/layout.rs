//! Where things stand at a size. `update` and `view` ask the same functions, so that paging and drawing agree.

use ratatui::layout::Rect;

use super::home::{Home, Pane, Zoom};

/// Below this the screen says how large it would have to be.
pub const SMALLEST: (u16, u16) = (40, 12);

/// Title, strip, body, status line, footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// One line.
    pub title: Rect,
    /// One line with the screens, where there is room for it.
    pub strip: Option<Rect>,
    /// Panes or a sheet.
    pub body: Rect,
    /// One line.
    pub status: Rect,
    /// One line.
    pub footer: Rect,
}

/// From this height on the screens are named below the title.
const STRIP_FROM: u16 = 30;

/// Cuts the screen; `None` where it is too small.
pub fn screen(size: (u16, u16)) -> Option<Screen> {
    let (width, height) = size;
    if width < SMALLEST.0 || height < SMALLEST.1 {
        return None;
    }
    let line = |y| Rect::new(0, y, width, 1);
    let strip = (height >= STRIP_FROM).then(|| line(1));
    let top = if strip.is_some() { 2 } else { 1 };
    Some(Screen {
        title: line(0),
        strip,
        body: Rect::new(0, top, width, height - top - 2),
        status: line(height - 2),
        footer: line(height - 1),
    })
}

/// Where the panes of home stand; a pane without a place is not drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// The list.
    pub objectives: Option<Rect>,
    /// The measurements.
    pub measurements: Option<Rect>,
    /// The plan.
    pub plan: Option<Rect>,
    /// The cascade.
    pub cascade: Option<Rect>,
    /// Where only one of the three stands below the list: the line above it that names all three.
    pub tabs: bool,
}

impl Panes {
    /// The place of a pane.
    pub fn of(&self, pane: Pane) -> Option<Rect> {
        match pane {
            Pane::Objectives => self.objectives,
            Pane::Measurements => self.measurements,
            Pane::Plan => self.plan,
            Pane::Cascade => self.cascade,
        }
    }

    fn alone(pane: Pane, area: Rect) -> Panes {
        let mut panes = Panes::default();
        panes.put(pane, area);
        panes
    }

    fn put(&mut self, pane: Pane, area: Rect) {
        match pane {
            Pane::Objectives => self.objectives = Some(area),
            Pane::Measurements => self.measurements = Some(area),
            Pane::Plan => self.plan = Some(area),
            Pane::Cascade => self.cascade = Some(area),
        }
    }
}

/// From this width on three panes stand side by side below the list.
const THREE_WIDE: u16 = 100;

/// Cuts the body for home with so many objectives in the list.
///
/// ```text
/// wide:   list                          narrow:  list
///         measured | plan | cascade              tab strip: one of the three
/// ```
pub fn home(home: &Home, body: Rect, objectives: usize) -> Panes {
    match home.zoom {
        Zoom::Pane => return Panes::alone(home.focus, body),
        Zoom::Objective => return one_objective(home, body),
        Zoom::Off => {}
    }
    let list_height = list_height(body, objectives);
    let list = Rect { height: list_height, ..body };
    // Neighbours share the line between them.
    let below = Rect { y: body.y + list_height - 1, height: body.height - list_height + 1, ..body };
    let mut panes = Panes::alone(Pane::Objectives, list);
    if below.height < 3 {
        return if home.focus == Pane::Objectives {
            Panes::alone(Pane::Objectives, body)
        } else {
            Panes::alone(home.focus, body)
        };
    }
    if body.width < THREE_WIDE {
        panes.put(home.lower.0, below);
        panes.tabs = true;
        return panes;
    }
    let [measured, plan, cascade] = three_beside(below);
    panes.put(Pane::Measurements, measured);
    panes.put(Pane::Plan, plan);
    panes.put(Pane::Cascade, cascade);
    panes
}

/// Rows of the list with its frame and heading: what is needed, but the panes below keep what a chart needs.
fn list_height(body: Rect, objectives: usize) -> u16 {
    let wanted = u16::try_from(objectives).unwrap_or(u16::MAX).saturating_add(3);
    let below = match body.height {
        0..=12 => 0,
        13..=16 => 5,
        17..=19 => 7,
        20..=25 => 8,
        26..=40 => body.height * 9 / 20,
        _ => body.height / 2,
    };
    wanted.clamp(6.min(body.height), body.height.saturating_sub(below).max(1)).min(body.height)
}

fn three_beside(below: Rect) -> [Rect; 3] {
    let cascade = (below.width / 4).clamp(26, 48);
    let plan = (below.width * 3 / 10).clamp(32, 60);
    let measured = below.width - plan - cascade;
    [
        Rect { width: measured + 1, ..below },
        Rect { x: below.x + measured, width: plan + 1, ..below },
        Rect { x: below.x + measured + plan, width: cascade, ..below },
    ]
}

fn one_objective(home: &Home, body: Rect) -> Panes {
    let mut panes = Panes::default();
    if body.width < THREE_WIDE || body.height < 20 {
        let measured = (body.height / 2).max(8).min(body.height);
        let rest = Rect { y: body.y + measured - 1, height: body.height - measured + 1, ..body };
        panes.put(Pane::Measurements, Rect { height: measured, ..body });
        let lower = if home.lower.0 == Pane::Measurements { Pane::Plan } else { home.lower.0 };
        if rest.height >= 3 {
            panes.put(lower, rest);
        }
        panes.tabs = true;
        return panes;
    }
    let right = (body.width * 2 / 5).clamp(40, 80);
    let left = Rect { width: body.width - right + 1, ..body };
    let side = Rect { x: body.right() - right, width: right, ..body };
    let plan_height = side.height * 3 / 5;
    panes.put(Pane::Measurements, left);
    panes.put(Pane::Plan, Rect { height: plan_height, ..side });
    panes.put(Pane::Cascade, Rect { y: side.y + plan_height - 1, height: side.height - plan_height + 1, ..side });
    panes
}

/// How many objectives the list shows at once: its frame and its heading take three lines.
pub fn list_rows(pane: Rect) -> usize {
    usize::from(pane.height.saturating_sub(3)).max(1)
}
