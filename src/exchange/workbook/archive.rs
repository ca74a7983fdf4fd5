//! The packed files of spreadsheet programs: how large they are when unpacked is found out before anything is kept.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::{MAX_FILE, MAX_UNPACKED, Workbook, WorkbookProblem, ods, xlsx};
use crate::exchange::input::Source;

/// The container of spreadsheet programs before 2007, and of files with a password.
const OLD: &[u8] = b"\xd0\xcf\x11\xe0";
/// The most parts a file may have.
const MAX_PARTS: usize = 10_000;

/// The parts of a packed file.
pub(super) type Archive = ZipArchive<Cursor<Vec<u8>>>;

/// Reads an xlsx or ods file.
pub(super) fn read(source: &Source) -> Result<Workbook, WorkbookProblem> {
    let bytes = source.bytes(MAX_FILE)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(no_workbook(format!("the file is larger than {} MB", MAX_FILE >> 20)));
    }
    if bytes.starts_with(OLD) {
        let text = "it is an xls file of old programs, or it has a password; save it as xlsx without one";
        return Err(no_workbook(text.to_owned()));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let sheets = check_size(&mut archive)?.into_iter().filter(|name| name.contains("worksheets/")).collect::<Vec<_>>();
    if archive.index_for_name("content.xml").is_some() {
        ods::read(&mut archive)
    } else if sheets.iter().any(|name| name.ends_with(".bin")) {
        Err(no_workbook("it is an xlsb file; save it as xlsx".to_owned()))
    } else if !sheets.is_empty() {
        xlsx::read(archive)
    } else {
        Err(no_workbook("it is a packed file, but neither an xlsx nor an ods workbook".to_owned()))
    }
}

/// Unpacks every part once without keeping it: what an archive says about its own size may be a lie. The names of the
/// parts.
fn check_size(archive: &mut Archive) -> Result<Vec<String>, WorkbookProblem> {
    if archive.len() > MAX_PARTS {
        return Err(no_workbook(format!("{} parts; at most {MAX_PARTS} are read", archive.len())));
    }
    let (mut left, mut names) = (MAX_UNPACKED, Vec::with_capacity(archive.len()));
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.into_owned();
        let read = io::copy(&mut part.take(left + 1), &mut io::sink())
            .map_err(|error| no_workbook(format!("the file is damaged: {name}: {error}")))?;
        left = left.checked_sub(read).ok_or_else(|| {
            no_workbook(format!(
                "it unpacks to more than {} MB, which no sheet of objectives needs",
                MAX_UNPACKED >> 20
            ))
        })?;
        names.push(name);
    }
    Ok(names)
}

/// The text of a part; `None` where there is none of that name.
pub(super) fn part(archive: &mut Archive, name: &str) -> Result<Option<Vec<u8>>, WorkbookProblem> {
    if archive.index_for_name(name).is_none() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    archive.by_name(name).map_err(damaged)?.read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// A file that is no workbook, and why.
pub(super) fn no_workbook(text: String) -> WorkbookProblem {
    WorkbookProblem::NoWorkbook(text)
}

/// A file whose packing or whose parts are broken.
pub(super) fn damaged(error: impl std::fmt::Display) -> WorkbookProblem {
    no_workbook(format!("the file is damaged: {error}"))
}
