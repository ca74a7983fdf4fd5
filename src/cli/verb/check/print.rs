//! `check` as people read it: the worst first, ids and clauses in a column beside it.

use std::io;

use unicode_width::UnicodeWidthStr;

use super::super::super::page::Page;
use super::super::super::page::sheet::wrap;
use super::super::super::page::tone::Tone;
use super::where_to::where_to;
use crate::app::readiness::{Readiness, Remark};
use crate::domain::text::one_line;
use crate::domain::words;

/// How many findings are shown before the rest is only counted.
const WORST: usize = 3;
const WIDEST: usize = 110;
const NARROWEST: usize = 60;
/// Room for the object before a fact.
const OBJECT: usize = 10;
/// Room for ids, weights and clauses beside a fact.
const SIDE: usize = 26;

/// Prints the whole check.
pub fn print(readiness: &Readiness, all: bool, page: &mut Page) -> io::Result<()> {
    let headline = Tone::Strong.paint(&headline(readiness), page.colour);
    page.line(&headline)?;
    let worst = readiness.worst(WORST);
    for at in &worst {
        page.line("")?;
        let remark = &readiness.findings[*at];
        entry(remark, &texts(remark), like(readiness, *at), page)?;
    }
    let rest = readiness.findings.len() - worst.len();
    if all {
        everything_else(readiness, &worst, page)
    } else {
        page.line("")?;
        counted(readiness, rest, page)
    }
}

/// How far the audit is, and how much may be raised.
fn headline(readiness: &Readiness) -> String {
    let raised = match readiness.findings.len() {
        0 => format!("nothing found by the {} checks that could run", readiness.silent),
        1 => format!("an auditor may raise 1 thing, {}", readiness.weights()),
        count => format!("an auditor may raise {count} things, {}", readiness.weights()),
    };
    format!("{}: {raised}", readiness.occasion())
}

/// What stands behind the worst of a check that fired several times.
fn like(readiness: &Readiness, at: usize) -> usize {
    readiness.of_check(readiness.findings[at].finding.check) - 1
}

/// The fact, what mends it, where to go.
fn texts(remark: &Remark) -> [String; 3] {
    [remark.finding.fact.clone(), remark.finding.fix.to_owned(), where_to(remark)]
}

/// A finding; id, weight and clause beside it.
fn entry(remark: &Remark, texts: &[String], like: usize, page: &mut Page) -> io::Result<()> {
    let finding = &remark.finding;
    let width = page.width.unwrap_or(WIDEST).clamp(NARROWEST, WIDEST);
    let room = width - OBJECT - SIDE - 2;
    let follows = texts.len() == 1;
    let texts: Vec<String> = texts.iter().flat_map(|text| wrap(&one_line(text), room)).collect();
    let more = if like > 0 { format!("and {like} more like it") } else { String::new() };
    let id = format!("{} {}", finding.check, words::severity(finding.severity));
    let sides = if follows { vec![id] } else { vec![id, remark.clause.to_owned(), more] };
    let object = remark.object();
    let object = one_line(&object);
    let heads = object.width() < OBJECT;
    if !heads {
        page.line(&object)?;
    }
    for at in 0..texts.len().max(sides.len()) {
        let text = texts.get(at).map_or("", String::as_str);
        let head = if at == 0 && heads { object.as_ref() } else { "" };
        let side = sides.get(at).map_or("", String::as_str);
        let padding = " ".repeat(room.saturating_sub(text.width()) + 2);
        page.line(&format!("{head}{}{text}{padding}{side}", " ".repeat(OBJECT - head.width())))?;
    }
    Ok(())
}

/// What was left out, by number.
fn counted(readiness: &Readiness, rest: usize, page: &mut Page) -> io::Result<()> {
    let count = |n: usize, what: &str| (n > 0).then(|| format!("{n} {what}"));
    let parts: Vec<String> = [
        count(rest, "more"),
        count(readiness.to_dos.len(), "to do on drafts"),
        count(readiness.dismissed.len(), "accepted"),
        count(readiness.not_checked.len(), "not checked"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        return Ok(());
    }
    page.line(&format!("{}; `sixtwo check --all` lists them", parts.join(", ")))
}

fn everything_else(readiness: &Readiness, worst: &[usize], page: &mut Page) -> io::Result<()> {
    let findings = readiness.findings.iter().enumerate();
    let rest: Vec<&Remark> = findings.filter(|(at, _)| !worst.contains(at)).map(|(_, remark)| remark).collect();
    by_check(&rest, page)?;
    section("To do on drafts", readiness.to_dos.len(), page)?;
    by_check(&readiness.to_dos.iter().collect::<Vec<_>>(), page)?;
    section("Accepted", readiness.dismissed.len(), page)?;
    for (remark, dismissal) in &readiness.dismissed {
        let (about, check) = (remark.object(), remark.finding.check);
        let text = format!("{:>3}  {check}  {about}: {}", dismissal.id, dismissal.reason);
        page.line(&one_line(&format!("{text}; {} until {}", dismissal.by, dismissal.until)))?;
    }
    section("Not checked", readiness.not_checked.len(), page)?;
    for unchecked in &readiness.not_checked {
        page.line(&one_line(&format!("{}  {}: {}", unchecked.check, unchecked.title, unchecked.why)))?;
    }
    Ok(())
}

fn section(title: &str, entries: usize, page: &mut Page) -> io::Result<()> {
    if entries == 0 {
        return Ok(());
    }
    page.line("")?;
    page.line(&Tone::Strong.paint(title, page.colour))
}

/// Findings of one check below each other: what mends them is said once.
fn by_check(remarks: &[&Remark], page: &mut Page) -> io::Result<()> {
    for group in remarks.chunk_by(|one, next| one.finding.check == next.finding.check) {
        page.line("")?;
        for (at, remark) in group.iter().enumerate() {
            match at {
                0 => entry(remark, &texts(remark), 0, page)?,
                _ => entry(remark, std::slice::from_ref(&remark.finding.fact), 0, page)?,
            }
        }
    }
    Ok(())
}
