//! From bytes to rows of text: encoding, byte order mark, delimiter. The file is read as a stream, so that a
//! million rows need no second copy in memory.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::PathBuf;
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::problem::Note;

/// The most columns a file may have.
pub const MAX_COLUMNS: usize = 256;
/// The most bytes a cell may have.
pub const MAX_CELL: usize = 64 * 1024;
const SAMPLE: usize = 64 * 1024;
/// How the files of spreadsheet programs begin: a zip archive, or the container of older ones.
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// Where the bytes of a file come from. It is read more than once.
#[derive(Clone, Debug)]
pub enum Source {
    /// In memory: standard input, tests.
    Bytes(Arc<[u8]>),
    /// A file, read as a stream.
    File(PathBuf),
    /// No bytes: rows of a sheet, taken apart already.
    Table(Arc<Table>),
}

/// Rows of texts below headers, each with the number its messages name.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The header line.
    pub headers: Vec<String>,
    /// (number, cells): as many cells as headers.
    pub rows: Vec<(u64, Vec<String>)>,
}

impl Default for Source {
    fn default() -> Source {
        Source::Bytes(Arc::from([]))
    }
}

impl From<Vec<u8>> for Source {
    fn from(bytes: Vec<u8>) -> Source {
        Source::Bytes(bytes.into())
    }
}

impl From<&str> for Source {
    fn from(text: &str) -> Source {
        Source::Bytes(text.as_bytes().into())
    }
}

impl Source {
    /// Whether it begins like the file of a spreadsheet program.
    pub fn is_spreadsheet(&self) -> io::Result<bool> {
        if matches!(self, Source::Table(_)) {
            return Ok(false);
        }
        let mut start = [0; 4];
        let mut bytes = self.open()?;
        let mut filled = 0;
        while filled < start.len() {
            match bytes.read(&mut start[filled..])? {
                0 => break,
                read => filled += read,
            }
        }
        Ok(SPREADSHEETS.iter().any(|known| *known == start))
    }

    /// All bytes; one more than `most` where there are more.
    pub(super) fn bytes(&self, most: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open()?.take(most + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match self {
            Source::Bytes(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
            Source::File(path) => Box::new(File::open(path)?),
            Source::Table(_) => return Err(io::Error::other("rows of a sheet have no bytes")),
        })
    }
}

impl From<Table> for Source {
    fn from(table: Table) -> Source {
        Source::Table(table.into())
    }
}

/// How the bytes of a file are to be read.
#[derive(Clone, Debug)]
pub struct Input {
    source: Source,
    encoding: &'static Encoding,
    /// UTF-8 throughout: no byte has to be translated.
    plain: bool,
    /// The byte between cells: comma, semicolon or tab.
    pub delimiter: u8,
    /// The byte that ends a row: a line feed, or the carriage return of old programs.
    pub terminator: u8,
    /// How many bytes the file has, where it was looked at to its end.
    pub size: usize,
    /// What had to be assumed.
    pub notes: Vec<Note>,
}

impl Input {
    /// Looks at the bytes: the byte order mark, whether they are UTF-8 throughout, and which delimiter the first line
    /// has most of. Reads the file once, in pieces.
    pub fn look(source: Source) -> io::Result<Input> {
        if matches!(source, Source::Table(_)) {
            return Ok(Input {
                source,
                encoding: UTF_8,
                plain: true,
                delimiter: b',',
                terminator: b'\n',
                size: 0,
                notes: Vec::new(),
            });
        }
        let (sample, valid_utf8, size) = scan(&mut *source.open()?)?;
        if SPREADSHEETS.iter().any(|start| sample.starts_with(start)) {
            return Err(io::Error::other(
                "it is a spreadsheet (xlsx, ods or xls), and only csv and tsv are read here; save the sheet as CSV and import that",
            ));
        }
        let mut notes = Vec::new();
        let encoding = match Encoding::for_bom(&sample) {
            Some((encoding, _)) => encoding,
            None if valid_utf8 => UTF_8,
            None => {
                notes
                    .push(Note::file("the file is not UTF-8 and was read as Windows-1252; check letters with accents"));
                WINDOWS_1252
            }
        };
        if encoding == UTF_8 && !valid_utf8 {
            notes.push(Note::file("the file says it is UTF-8 but holds other bytes, which became replacement signs"));
        }
        let (head, _, _) = encoding.decode(&sample);
        let terminator = if head.contains('\r') && !head.contains('\n') { b'\r' } else { b'\n' };
        Ok(Input {
            terminator,
            size,
            delimiter: delimiter_of(&head),
            plain: encoding == UTF_8 && valid_utf8,
            source,
            encoding,
            notes,
        })
    }

    /// The rows of a sheet, where that is what the file was.
    pub(super) fn table(&self) -> Option<Arc<Table>> {
        match &self.source {
            Source::Table(table) => Some(Arc::clone(table)),
            Source::Bytes(_) | Source::File(_) => None,
        }
    }

    /// The rows from the first one on, the header included. Rows may have any number of cells.
    pub fn rows(&self) -> io::Result<csv::Reader<Box<dyn Read>>> {
        let bytes = self.source.open()?;
        let text: Box<dyn Read> =
            if self.plain { Box::new(Utf8::new(bytes)) } else { Box::new(Transcoded::new(bytes, self.encoding)) };
        Ok(csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .terminator(csv::Terminator::Any(self.terminator))
            .buffer_capacity(SAMPLE)
            .from_reader(text))
    }
}

/// The first bytes, whether all of them are UTF-8, and how many there are.
fn scan(bytes: &mut dyn Read) -> io::Result<(Vec<u8>, bool, usize)> {
    let (mut sample, mut valid, mut size) = (Vec::new(), true, 0);
    let mut piece = vec![0; SAMPLE];
    let mut carried = 0;
    loop {
        let read = bytes.read(&mut piece[carried..])?;
        if read == 0 {
            return Ok((sample, valid && carried == 0, size));
        }
        let filled = carried + read;
        size += read;
        if sample.len() < SAMPLE {
            sample.extend_from_slice(&piece[carried..filled]);
        }
        carried = match std::str::from_utf8(&piece[..filled]) {
            Ok(_) => 0,
            // The piece ends inside a character: its bytes go before the next piece.
            Err(error) if error.error_len().is_none() => {
                piece.copy_within(error.valid_up_to()..filled, 0);
                filled - error.valid_up_to()
            }
            Err(_) => {
                valid = false;
                0
            }
        };
        if !valid && sample.len() >= SAMPLE {
            return Ok((sample, false, size));
        }
    }
}

/// The delimiter the header line has most of, outside quotes; a comma where it has none.
fn delimiter_of(head: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in head.trim_start_matches(['\u{feff}', '\r', '\n']).bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            other if !quoted => {
                if let Some(count) = counts.iter_mut().find(|(delimiter, _)| *delimiter == other) {
                    count.1 += 1;
                }
            }
            _ => {}
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0).map_or(b',', |(byte, _)| *byte)
}

/// UTF-8 without its byte order mark.
struct Utf8 {
    bytes: Box<dyn Read>,
    begun: bool,
}

impl Utf8 {
    fn new(bytes: Box<dyn Read>) -> Utf8 {
        Utf8 { bytes, begun: false }
    }
}

impl Read for Utf8 {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        if !self.begun && read > 0 {
            self.begun = true;
            if buffer[..read].starts_with(b"\xef\xbb\xbf") {
                buffer.copy_within(3..read, 0);
                return if read == 3 { self.bytes.read(buffer) } else { Ok(read - 3) };
            }
        }
        Ok(read)
    }
}

/// Another encoding, turned into UTF-8 piece by piece.
struct Transcoded {
    bytes: Box<dyn Read>,
    decoder: encoding_rs::Decoder,
    text: Vec<u8>,
    given: usize,
    ended: bool,
}

impl Transcoded {
    fn new(bytes: Box<dyn Read>, encoding: &'static Encoding) -> Transcoded {
        Transcoded { bytes, decoder: encoding.new_decoder(), text: Vec::new(), given: 0, ended: false }
    }

    fn refill(&mut self) -> io::Result<()> {
        let mut piece = [0; 16 * 1024];
        let read = self.bytes.read(&mut piece)?;
        self.ended = read == 0;
        let room = self.decoder.max_utf8_buffer_length(read).unwrap_or(SAMPLE);
        self.text.resize(room, 0);
        let (_, _, written, _) = self.decoder.decode_to_utf8(&piece[..read], &mut self.text, self.ended);
        self.text.truncate(written);
        self.given = 0;
        Ok(())
    }
}

impl Read for Transcoded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() {
            if self.ended {
                return Ok(0);
            }
            self.refill()?;
        }
        let count = buffer.len().min(self.text.len() - self.given);
        buffer[..count].copy_from_slice(&self.text[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}
