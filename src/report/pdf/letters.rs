//! Letters: which font has a character, how wide a word is, and which characters no font has.
//!
//! Two weights of one family for what is read, and one font of signs for what they lack. Figures are all of one width,
//! so that numbers stand under each other.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::str::FromStr;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Feature, UnicodeBuffer};
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::text::one_line;

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Text-Regular.otf");
const STRONG: &[u8] = include_bytes!("../../../assets/fonts/Text-SemiBold.otf");
const SIGNS: &[u8] = include_bytes!("../../../assets/fonts/Signs.ttf");

/// What stands for a character no font has.
const LACKING: &str = "□";

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Running text.
    Regular,
    /// What stands out.
    Strong,
}

/// A word, shaped.
#[derive(Debug)]
pub struct Word {
    /// Pieces of one font each.
    pub runs: Vec<Run>,
    /// Its width at size 1.
    pub width: f32,
    lacking: Vec<char>,
}

/// Letters of one font.
#[derive(Clone, Debug)]
pub struct Run {
    /// Which font.
    pub face: usize,
    /// The letters.
    pub text: String,
    /// Their shapes; places at size 1, ranges into the text.
    pub glyphs: Vec<KrillaGlyph>,
    /// Their width at size 1.
    pub width: f32,
}

/// Characters no font has, and where they stood.
#[derive(Debug)]
struct Gap {
    place: String,
    count: usize,
    characters: Vec<char>,
}

struct Face {
    shaping: rustybuzz::Face<'static>,
    font: Font,
}

/// The fonts, and every word shaped so far.
pub struct Letters {
    faces: Vec<Face>,
    words: [HashMap<String, Rc<Word>>; 2],
    features: Vec<Feature>,
    place: String,
    gaps: Vec<Gap>,
}

impl Letters {
    /// The fonts this program carries; `None` where they cannot be read, which a test rules out.
    pub fn new() -> Option<Letters> {
        let face = |bytes: &'static [u8]| {
            Some(Face { shaping: rustybuzz::Face::from_slice(bytes, 0)?, font: Font::new(bytes.into(), 0)? })
        };
        Some(Letters {
            faces: [REGULAR, STRONG, SIGNS].into_iter().map(face).collect::<Option<_>>()?,
            words: [HashMap::new(), HashMap::new()],
            features: Feature::from_str("tnum").into_iter().collect(),
            place: String::new(),
            gaps: Vec::new(),
        })
    }

    /// The font of a run.
    pub fn font(&self, face: usize) -> Font {
        self.faces[face].font.clone()
    }

    /// What is set from now on stands here, in words a reader finds again.
    pub fn stand_at(&mut self, place: &str) {
        self.place = one_line(place).into_owned();
    }

    /// A word of harmless text that is set: what it lacks is noted.
    pub fn word(&mut self, text: &str, weight: Weight) -> Rc<Word> {
        let word = self.shaped(text, weight);
        self.note(&word.lacking);
        word
    }

    /// How wide a word is at size 1.
    pub fn width(&mut self, text: &str, weight: Weight) -> f32 {
        self.shaped(text, weight).width
    }

    /// Words are shaped once, however often they are set.
    fn shaped(&mut self, text: &str, weight: Weight) -> Rc<Word> {
        let shelf = weight as usize;
        if let Some(word) = self.words[shelf].get(text) {
            return word.clone();
        }
        let word = Rc::new(self.shape(text, weight));
        self.words[shelf].insert(text.to_owned(), word.clone());
        word
    }

    /// One sentence per place that lost characters.
    pub fn notes(&self) -> Vec<String> {
        const NAMED: usize = 12;
        let note = |gap: &Gap| {
            let named: String = gap.characters.iter().take(NAMED).collect();
            let more = if gap.characters.len() > NAMED { " …" } else { "" };
            let (number, are) =
                if gap.count == 1 { ("1 character", "is") } else { (&*format!("{} characters", gap.count), "are") };
            format!("{number} of “{}” {are} not in the font and drawn as {LACKING}: {named}{more}", gap.place)
        };
        self.gaps.iter().map(note).collect()
    }

    fn note(&mut self, lacking: &[char]) {
        if lacking.is_empty() {
            return;
        }
        let at = self.gaps.iter().position(|gap| gap.place == self.place).unwrap_or_else(|| {
            self.gaps.push(Gap { place: self.place.clone(), count: 0, characters: Vec::new() });
            self.gaps.len() - 1
        });
        let gap = &mut self.gaps[at];
        gap.count += lacking.len();
        for c in lacking {
            if !gap.characters.contains(c) {
                gap.characters.push(*c);
            }
        }
    }

    fn shape(&self, text: &str, weight: Weight) -> Word {
        let mut lacking = Vec::new();
        let mut pieces: Vec<(usize, String)> = Vec::new();
        for cluster in text.graphemes(true) {
            let (face, letters) = match self.face_of(cluster, weight) {
                Some(face) => (face, cluster),
                None => {
                    lacking.extend(cluster.chars());
                    (weight as usize, LACKING)
                }
            };
            match pieces.last_mut() {
                Some((last, run)) if *last == face => run.push_str(letters),
                _ => pieces.push((face, letters.to_owned())),
            }
        }
        let runs: Vec<Run> = pieces.into_iter().map(|(face, text)| self.run(face, text)).collect();
        Word { width: runs.iter().map(|run| run.width).sum(), runs, lacking }
    }

    /// The font that has all characters of a cluster, the wanted weight first.
    fn face_of(&self, cluster: &str, weight: Weight) -> Option<usize> {
        let has = |face: &usize| cluster.chars().all(|c| self.faces[*face].shaping.glyph_index(c).is_some());
        [weight as usize, 2].into_iter().find(has)
    }

    fn run(&self, face: usize, text: String) -> Run {
        let shaping = &self.faces[face].shaping;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(shaping, &self.features, buffer);
        let em = shaping.units_per_em() as f32;
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let end_of = |at: usize| starts[at..].iter().copied().find(|start| *start > starts[at]).unwrap_or(text.len());
        let glyph = |(at, (info, place)): (usize, (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition))| {
            let range: Range<usize> = starts[at]..end_of(at);
            KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                place.x_advance as f32 / em,
                place.x_offset as f32 / em,
                place.y_offset as f32 / em,
                place.y_advance as f32 / em,
                range,
                None,
            )
        };
        let both = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let glyphs: Vec<KrillaGlyph> = both.enumerate().map(glyph).collect();
        Run { face, width: glyphs.iter().map(|glyph| glyph.x_advance).sum(), glyphs, text }
    }
}
