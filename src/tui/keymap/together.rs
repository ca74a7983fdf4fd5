//! Which scopes count at the same time: one key must not mean two things there.

use super::action::Scope;

/// The combinations that are not "a screen, moving, from one screen to another".
const OWN: &[&[Scope]] = &[
    &[Scope::Objectives, Scope::Home, Scope::Screens, Scope::Moving],
    &[Scope::Cascade, Scope::Home, Scope::Screens, Scope::Moving],
    &[Scope::Reading, Scope::Measurements, Scope::Home, Scope::Screens, Scope::Moving],
    &[Scope::Plan, Scope::Home, Scope::Screens, Scope::Moving],
    &[Scope::Tree, Scope::Cascade, Scope::Home, Scope::Screens, Scope::Moving],
    &[Scope::Carrying, Scope::Moving],
    &[Scope::Cell],
    &[Scope::PeriodEntry],
    &[Scope::PastePreview, Scope::Moving],
    &[Scope::ReadingInFull, Scope::Moving],
    &[Scope::Files, Scope::Moving],
    &[Scope::ImportQuestion, Scope::Importing, Scope::Moving],
    &[Scope::ImportText, Scope::Moving],
    &[Scope::Registers, Scope::Moving],
    &[Scope::Present],
    &[Scope::Help, Scope::Moving],
    &[Scope::Config, Scope::Moving],
    &[Scope::Catalogue, Scope::Moving],
    &[Scope::Filter],
    &[Scope::Actor],
    &[Scope::Search],
    &[Scope::Manual, Scope::Moving],
    &[Scope::Palette],
    &[Scope::PolicyWalk],
    &[Scope::Choice, Scope::Form],
    &[Scope::Decision, Scope::Choice, Scope::Meeting],
    &[Scope::MeetingList, Scope::MeetingStep],
    &[Scope::MeetingEnd],
    &[Scope::MeetingClosed],
];

/// Every combination that counts at the same time, without [`Scope::Global`], which always does.
pub fn together() -> Vec<Vec<Scope>> {
    let listed = |scope: &Scope| OWN.iter().any(|scopes| scopes.contains(scope));
    let screens = Scope::ALL.iter().copied().filter(|scope| !listed(scope) && *scope != Scope::Global);
    let of_screens = screens.map(|scope| vec![scope, Scope::Moving, Scope::Screens]);
    OWN.iter().map(|scopes| scopes.to_vec()).chain(of_screens).collect()
}
