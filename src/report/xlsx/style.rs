//! How cells look, and texts and numbers as a workbook takes them.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::domain::text::one_line;
use crate::report::document::{Number, Tone};

/// The most a cell holds, counted as a workbook counts.
const LONGEST: usize = 32_767;
/// Quiet ink for what is beside the point.
const SOFT: u32 = 0x59_61_6B;

/// The looks cells share.
pub(super) struct Styles {
    /// The name of a sheet or the document.
    pub title: Format,
    /// Names what follows.
    pub heading: Format,
    /// Sums up what follows.
    pub lead: Format,
    /// Plain words.
    pub text: Format,
    /// Small print.
    pub note: Format,
    /// What a line is about.
    pub label: Format,
    /// Heading of a column of words.
    pub head: Format,
    /// Heading of a column of numbers.
    pub head_number: Format,
    /// A place to write into.
    pub fill: Format,
    /// A link to a sheet.
    pub link: Format,
    date: Format,
    iso_date: Format,
}

impl Styles {
    pub(super) fn new() -> Styles {
        let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let head = Format::new()
            .set_bold()
            .set_font_color(SOFT)
            .set_text_wrap()
            .set_align(FormatAlign::Bottom)
            .set_border_bottom(FormatBorder::Thin);
        let date = Format::new().set_align(FormatAlign::Top).set_align(FormatAlign::Left);
        Styles {
            title: Format::new().set_bold().set_font_size(16),
            heading: Format::new().set_bold().set_font_size(12).set_align(FormatAlign::Top).set_text_wrap(),
            lead: text.clone().set_bold(),
            note: text.clone().set_font_color(SOFT),
            label: text.clone().set_font_color(SOFT),
            head_number: head.clone().set_align(FormatAlign::Right),
            fill: text.clone().set_background_color(0xFF_F8_DC).set_border(FormatBorder::Thin).set_unlocked(),
            link: Format::new().set_font_color(0x0B_5C_AD).set_underline(rust_xlsxwriter::FormatUnderline::Single),
            date: date.clone().set_num_format("d mmm yyyy"),
            iso_date: date.set_num_format("yyyy-mm-dd"),
            head,
            text,
        }
    }

    /// A day looks as its words do: ISO or with the name of the month.
    pub(super) fn date(&self, shown: &str) -> &Format {
        let iso = shown.len() == 10 && shown.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if iso { &self.iso_date } else { &self.date }
    }
}

/// Looks of numbers, made once each: a sheet has a handful of them and many thousand numbers.
#[derive(Default)]
pub(super) struct Numbers(Vec<Look>);

struct Look {
    shape: Shape<'static>,
    format: Format,
}

/// The words of a number around its figure.
#[derive(PartialEq, Eq)]
struct Shape<'t> {
    /// What stands before it: `≥ `.
    lead: Cow<'t, str>,
    /// Places behind the point; none where the words hold no figure.
    decimals: Option<usize>,
    /// Thousands stand apart.
    grouped: bool,
    percent: bool,
    /// What stands behind it: ` days`.
    unit: Cow<'t, str>,
}

impl Numbers {
    /// The place of the look of a number: as many decimals as its words have, the same unit.
    pub(super) fn look(&mut self, number: &Number) -> usize {
        let shape = Shape::of(number);
        self.0.iter().position(|look| look.shape == shape).unwrap_or_else(|| {
            let format = Format::new().set_num_format(shape.pattern()).set_align(FormatAlign::Top);
            let format = format.set_align(FormatAlign::Right);
            self.0.push(Look { shape: shape.into_owned(), format });
            self.0.len() - 1
        })
    }

    /// The look at a place.
    pub(super) fn format(&self, look: usize) -> &Format {
        &self.0[look].format
    }
}

impl<'t> Shape<'t> {
    fn of(number: &'t Number) -> Shape<'t> {
        let shown = number.shown.trim();
        let bytes = shown.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let first = (0..bytes.len()).find(|at| digit(*at) || bytes[*at] == b'-' && digit(at + 1));
        let Some(first) = first else {
            let none = Cow::Borrowed("");
            return Shape { lead: none.clone(), decimals: None, grouped: false, percent: number.percent, unit: none };
        };
        let thousands = |at: usize| bytes[at] == b' ' && (1..4).all(|more| digit(at + more)) && !digit(at + 4);
        let (mut end, mut grouped) = (first + 1, false);
        while end < bytes.len() && (digit(end) || bytes[end] == b'.' || thousands(end)) {
            grouped |= bytes[end] == b' ';
            end += 1;
        }
        let places = shown[first..end].split_once('.').map_or(0, |(_, places)| places.len()).min(12);
        Shape {
            lead: Cow::Borrowed(&shown[..first]),
            decimals: Some(places),
            grouped,
            percent: number.percent,
            unit: Cow::Borrowed(&shown[end..]),
        }
    }

    fn into_owned(self) -> Shape<'static> {
        let (lead, unit) = (Cow::Owned(self.lead.into_owned()), Cow::Owned(self.unit.into_owned()));
        Shape { lead, unit, decimals: self.decimals, grouped: self.grouped, percent: self.percent }
    }

    /// How a workbook shows the number: `91.5 %` is `0.0\ %`, where the sheet holds 0.915; `38 days` is
    /// `0" days"`.
    fn pattern(&self) -> String {
        let Some(places) = self.decimals else {
            return if self.percent { "0.##\\ %" } else { "General" }.to_owned();
        };
        let places = if places == 0 { String::new() } else { format!(".{}", "0".repeat(places)) };
        let whole = if self.grouped { "#,##0" } else { "0" };
        let unit = if self.percent { "\\ %".to_owned() } else { literal(&self.unit) };
        let figure = format!("{whole}{places}{unit}");
        match literal(&self.lead) {
            // Without a form of its own a number below zero has its sign before the words.
            lead if !lead.is_empty() => format!("{lead}{figure};{lead}-{figure}"),
            _ => figure,
        }
    }
}

/// Words inside the pattern of a number.
fn literal(words: &str) -> String {
    let words: String = safe(words).chars().filter(|c| !matches!(c, '"' | '\\')).take(40).collect();
    if words.is_empty() { words } else { format!("\"{words}\"") }
}

/// The number as a workbook keeps it, a percentage as its hundredth. It counts in doubles; the words beside stay exact.
pub(super) fn value(number: &Number) -> Option<f64> {
    let exact = number.exact.text();
    // The hundredth is read from the text, so that 95.5 becomes the double nearest to 0.955.
    let value: f64 = if number.percent { format!("{exact}e-2").parse() } else { exact.parse() }.ok()?;
    Some(value).filter(|value| value.is_finite())
}

/// The ink and the ground of a tone; quiet ones have none.
pub(super) fn tone(tone: Tone) -> Option<Format> {
    let (ink, ground) = match tone {
        Tone::Good => (0x1D_63_41, 0xE4_F3_EA),
        Tone::Watch => (0x85_50_00, 0xFD_F0_D8),
        Tone::Bad => (0xA3_23_1F, 0xFB_E3_E1),
        Tone::Unknown => (0x4B_4A_73, 0xE8_E8_F4),
        Tone::Quiet => return None,
    };
    Some(Format::new().set_font_color(ink).set_background_color(ground))
}

/// A text made harmless.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    one_line(text)
}

/// A text as long as a cell takes, and whether it had to be cut.
pub(super) fn fitted(text: &str) -> (Cow<'_, str>, bool) {
    cut(safe(text))
}

/// The same with the line breaks of the text.
pub(super) fn fitted_lines(text: &str) -> (Cow<'_, str>, bool) {
    if !text.contains('\n') {
        return fitted(text);
    }
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(|line| safe(line.trim_end_matches('\r'))).collect();
    cut(Cow::Owned(lines.join("\n")))
}

fn cut(text: Cow<'_, str>) -> (Cow<'_, str>, bool) {
    // Short in bytes is short in every other way of counting.
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return (text, false);
    }
    let mut length = 0;
    let kept = text.chars().take_while(|c| {
        length += c.len_utf16();
        length < LONGEST
    });
    (Cow::Owned(kept.chain(['…']).collect()), true)
}
