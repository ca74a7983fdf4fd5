//! What lies on top of home: opening, closing, and the hand-over to sheets.

use ratatui::crossterm::event::KeyEvent;

use super::{home, menus, selection};
use crate::app::registers::{Answers, Unsaved};
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Action, Scope};
use crate::tui::meetings::MeetingsSheet;
use crate::tui::model::{Layer, Model, StatusLine, Tone};
use crate::tui::msg::Asker;
use crate::tui::screen::{self, Screen};
use crate::tui::sheet::{Sheet, Step};

/// Puts a sheet on top.
pub fn open(model: &mut Model, sheet: Box<dyn Sheet>) -> Vec<Effect> {
    model.newest_sheet += 1;
    let id = model.newest_sheet;
    model.layers.push(Layer::Sheet { id, sheet });
    with_top_sheet(model, |sheet, model| sheet.opened(model))
}

/// Goes to a screen, from home or from another one.
pub fn go(model: &mut Model, to: Screen) -> Vec<Effect> {
    // A page read over a screen goes away with it.
    let browses = |layer: &Layer| match layer {
        Layer::Sheet { sheet, .. } => sheet.screen().is_none() && sheet.scopes().contains(&Scope::Screens),
        _ => false,
    };
    model.layers.retain(|layer| !browses(layer));
    if Screen::shown(model) == to {
        return Vec::new();
    }
    model.layers.retain(|layer| !matches!(layer, Layer::Sheet { sheet, .. } if sheet.screen().is_some()));
    match to {
        Screen::Home => Vec::new(),
        Screen::Review if model.overview.as_ref().is_some_and(|overview| overview.open_review.is_some()) => {
            home::act(model, Action::Review)
        }
        Screen::Review => open(model, Box::new(MeetingsSheet::new())),
        _ => match screen::open(to, model) {
            Some(sheet) => open(model, sheet),
            None => {
                model.status = Some(StatusLine::note("the register is still being read"));
                Vec::new()
            }
        },
    }
}

/// Takes the topmost layer away.
pub fn pop(model: &mut Model) -> Vec<Effect> {
    model.layers.pop();
    Vec::new()
}

/// Lets the topmost sheet do something.
pub fn with_top_sheet(model: &mut Model, does: impl FnOnce(&mut dyn Sheet, &Model) -> Step) -> Vec<Effect> {
    match model.layers.last() {
        Some(Layer::Sheet { id, .. }) => with_sheet(model, *id, does),
        _ => Vec::new(),
    }
}

/// Lets a sheet do something. It is taken out of the model meanwhile, so that it can look at everything else.
pub fn with_sheet(model: &mut Model, id: u64, does: impl FnOnce(&mut dyn Sheet, &Model) -> Step) -> Vec<Effect> {
    let place = model.layers.iter().position(|layer| matches!(layer, Layer::Sheet { id: other, .. } if *other == id));
    let Some(place) = place else { return Vec::new() };
    let Layer::Sheet { mut sheet, .. } = model.layers.remove(place) else { return Vec::new() };
    let sheet_is_no_menu = sheet.menu().is_none();
    let step = does(sheet.as_mut(), model);
    if !step.closes {
        model.layers.insert(place, Layer::Sheet { id, sheet });
    } else if sheet_is_no_menu && model.status.as_ref().is_some_and(|status| status.tone == Tone::Note) {
        // What was said about the sheet, or about a key of it, goes with it.
        model.status = None;
    }
    let closed = step.closes && step.opens.is_none() && sheet_is_no_menu;
    let mut effects = follow(model, id, step);
    if closed {
        effects.extend(uncover(model));
    }
    effects
}

/// What lay beneath a sheet that has closed looks again.
fn uncover(model: &mut Model) -> Vec<Effect> {
    with_top_sheet(model, |sheet, model| sheet.uncovered(model))
}

/// Does what a sheet answered.
fn follow(model: &mut Model, id: u64, step: Step) -> Vec<Effect> {
    let asker = Asker::Sheet(id);
    let mut effects = Vec::new();
    effects.extend(step.actor.map(Effect::SetActor));
    effects.extend(step.look.map(Effect::Look));
    effects.extend(step.clock.map(Effect::Clock));
    effects.extend(step.shows.map(Effect::Show));
    effects.extend(step.goes.map(|way| Effect::Go { asker, way }));
    effects.extend(step.leaves.then_some(Effect::Quit));
    effects.extend(step.copies.map(Effect::Copy));
    effects.extend(step.commands.into_iter().map(|command| Effect::Run { asker, command: Box::new(command) }));
    effects.extend(step.questions.into_iter().map(|question| Effect::Ask { asker, question }));
    // Only once a write is on disk may what was typed for it be forgotten.
    if let Some(unsaved) = step.unsaved {
        let (Unsaved::Keep(Answers { subject, .. }) | Unsaved::Forget(subject)) = &unsaved;
        model.unsaved.retain(|answers| answers.subject != *subject);
        if let Unsaved::Keep(answers) = &unsaved {
            model.unsaved.push(answers.clone());
        }
        effects.push(Effect::Unsaved(unsaved));
    }
    if step.status.is_some() {
        model.status = step.status;
    }
    if let Some(basket) = step.basket {
        model.basket = basket;
    }
    if step.discarded.is_some() {
        model.discarded = step.discarded;
    }
    if step.keeps.is_some() {
        model.kept_meeting = step.keeps;
    }
    if let Some(code) = step.select {
        effects.extend(selection::select(model, &code));
    }
    if let Some(sheet) = step.opens {
        effects.extend(open(model, sheet));
    }
    if let Some(action) = step.runs {
        effects.extend(menus::run(model, action));
    }
    effects
}

/// Typed text: taken by the filter line or the field of the topmost sheet, if it is text at all.
pub fn typed(model: &mut Model, event: KeyEvent) -> Option<Vec<Effect>> {
    match model.layers.last_mut()? {
        Layer::Filter => model.home.filter.takes(event).then(|| selection::filter_changed(model)),
        Layer::Sheet { sheet, .. } => {
            if sheet.field().is_none()
                && let Some(typed) = keymap::character(event)
            {
                with_top_sheet(model, |sheet, model| {
                    sheet.begins_typing(typed, model);
                    Step::stay()
                });
            }
            let Some(Layer::Sheet { sheet, .. }) = model.layers.last_mut() else { return None };
            let taken = sheet.field().is_some_and(|field| field.takes(event));
            taken.then(|| with_top_sheet(model, |sheet, model| sheet.edited(model)))
        }
        Layer::Actor { name, .. } => name.takes(event).then(Vec::new),
    }
}

/// Gives the text of the field that takes what is typed to the person's own editor.
pub fn edit_outside(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Sheet { id, sheet }) = model.layers.last_mut() else { return Vec::new() };
    let Some(field) = sheet.field() else { return Vec::new() };
    vec![Effect::EditOutside { sheet: *id, text: field.text().to_owned() }]
}

/// The text is back: it takes the place of what the field held, its line breaks as spaces.
pub fn edited_outside(model: &mut Model, id: u64, result: Result<String, String>) -> Vec<Effect> {
    let text = match result {
        Ok(text) => text,
        Err(why) => {
            model.status = Some(StatusLine::refused(why));
            return Vec::new();
        }
    };
    with_sheet(model, id, |sheet, model| match sheet.field() {
        Some(field) => {
            field.clear();
            field.paste(&text);
            sheet.edited(model)
        }
        None => Step::stay(),
    })
}

/// Pasted text goes where typed text goes.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    match model.layers.last_mut() {
        Some(Layer::Filter) => {
            model.home.filter.paste(text);
            selection::filter_changed(model)
        }
        Some(Layer::Actor { name, .. }) => {
            name.paste(text);
            Vec::new()
        }
        Some(Layer::Sheet { id, .. }) => {
            let id = *id;
            let mut taken = false;
            let effects = with_sheet(model, id, |sheet, model| {
                let step = sheet.pasted(text, model);
                taken = step.is_some();
                step.unwrap_or_default()
            });
            if taken {
                return effects;
            }
            let Some(Layer::Sheet { sheet, .. }) = model.layers.last_mut() else { return effects };
            let Some(field) = sheet.field() else { return Vec::new() };
            field.paste(text);
            with_top_sheet(model, |sheet, model| sheet.edited(model))
        }
        None => {
            let key = model.key_for(Action::GoPeriods);
            model.status =
                Some(StatusLine::note(format!("nothing here takes a paste; {key} goes to the periods, which do")));
            Vec::new()
        }
    }
}

/// Whether something on top takes what is typed as text.
pub fn is_typed_into(model: &mut Model) -> bool {
    match model.layers.last_mut() {
        None => false,
        Some(Layer::Filter | Layer::Actor { .. }) => true,
        Some(Layer::Sheet { sheet, .. }) => sheet.field().is_some(),
    }
}
