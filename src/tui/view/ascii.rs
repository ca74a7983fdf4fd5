//! The last hand on a picture for terminals without UTF-8: whatever sign of ours is left gets its ASCII twin.

use ratatui::buffer::Buffer;

/// Cell by cell; twins are as wide as what they stand for.
pub fn replace(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some(twin) = twin(cell.symbol()) {
            cell.set_symbol(twin);
        }
    }
}

fn twin(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "…" => "~",
        "·" | "┄" | "╌" | "┈" => ".",
        "–" | "─" | "━" => "-",
        "│" | "┃" | "▏" => "|",
        "“" | "”" => "\"",
        "≥" | "▸" => ">",
        "≤" => "<",
        "●" => "o",
        "▲" | "↑" => "^",
        "■" => "#",
        "○" => ".",
        "✓" | "▾" | "↓" => "v",
        "✗" => "x",
        "←" => "<",
        "→" => ">",
        _ => return None,
    })
}
