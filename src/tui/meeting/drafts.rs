//! What is typed in a meeting and not saved: kept on disk while it is typed, and back on the desk when the meeting is
//! taken up again, also after the program ended without being left.

use super::entry::{Desk, Entry};
use super::sheet::{Drafts, MeetingSheet};
use crate::app::registers::{Answers, Unsaved};
use crate::domain::reading::DecisionKind;
use crate::tui::model::{Model, StatusLine};
use crate::tui::sheet::Step;
use crate::tui::text_field::TextField;

/// What is kept under this name belongs to the meeting.
const SUBJECT: &str = "meeting";

const REVIEW: &str = "review";
const DECISION: &str = "decision";

/// The texts of an item, by the names they are kept under.
fn texts(entry: &mut Entry) -> [(&'static str, &mut TextField); 10] {
    [
        ("value", &mut entry.value),
        ("meaning", &mut entry.meaning),
        ("until", &mut entry.until),
        ("approver", &mut entry.approver),
        ("reason", &mut entry.reason),
        ("action", &mut entry.action),
        ("owner", &mut entry.owner),
        ("due", &mut entry.due),
        ("cause", &mut entry.cause),
        ("check", &mut entry.check),
    ]
}

/// Everything that is typed, each as `meaning IT-2`; `None` where nothing is.
fn answers<'a>(review: i64, desks: impl Iterator<Item = (&'a String, &'a Desk)>) -> Option<Answers> {
    let mut codes = Vec::new();
    let mut said = vec![(REVIEW.to_owned(), review.to_string())];
    for (code, desk) in desks.filter(|(_, desk)| desk.is_dirty()) {
        codes.push(code.as_str());
        let mut entry = desk.entry.clone();
        let typed = texts(&mut entry).map(|(name, field)| (name, field.text().to_owned()));
        let decided = entry.decision.map(|kind| (DECISION, kind.word().to_owned()));
        let typed = typed.into_iter().chain(decided).filter(|(_, text)| !text.is_empty());
        said.extend(typed.map(|(name, text)| (format!("{name} {code}"), text)));
    }
    let title = format!("{} in review {review}", codes.join(", "));
    (!codes.is_empty()).then(|| Answers { subject: SUBJECT.to_owned(), title, answers: said, ..Answers::default() })
}

/// The desks again, if they are of this meeting.
fn again(left: &Answers, review: i64) -> Drafts {
    let mut drafts = Drafts::new();
    if !left.answers.contains(&(REVIEW.to_owned(), review.to_string())) {
        return drafts;
    }
    for (name, said) in &left.answers {
        let Some((name, code)) = name.split_once(' ') else { continue };
        let desk = drafts.entry(code.to_owned()).or_insert_with(|| Desk::unsaved(Entry::default()));
        if name == DECISION {
            desk.entry.decision = DecisionKind::from_word(said);
        }
        desk.reason_asked |= name == "reason";
        if let Some((_, field)) = texts(&mut desk.entry).into_iter().find(|(of, _)| *of == name) {
            field.set(said.as_str());
        }
    }
    drafts
}

impl MeetingSheet {
    /// What the disk holds of this meeting from now on, where that changes.
    pub(super) fn keeping(&mut self, step: Step) -> Step {
        let now = match (&step.keeps, self.item()) {
            _ if self.closed.is_some() => None,
            (Some((_, kept)), _) => answers(self.number, kept.iter()),
            (None, Some(item)) => {
                let here = (&item.code, &self.desk);
                answers(self.number, self.drafts.iter().chain([here]))
            }
            (None, None) => answers(self.number, self.drafts.iter()),
        };
        if now == self.on_disk {
            return step;
        }
        self.on_disk.clone_from(&now);
        Step { unsaved: Some(now.map_or_else(|| Unsaved::Forget(SUBJECT.to_owned()), Unsaved::Keep)), ..step }
    }

    /// What was typed here before and not saved lies on its desks again.
    pub(super) fn take_up(&mut self, model: &Model) -> Option<StatusLine> {
        self.on_disk = model.unsaved.iter().find(|answers| answers.subject == SUBJECT).cloned();
        if let Some((number, drafts)) = &model.kept_meeting
            && *number == self.number
        {
            self.drafts.clone_from(drafts);
            return None;
        }
        self.drafts = again(self.on_disk.as_ref()?, self.number);
        let codes: Vec<&str> = self.drafts.keys().map(String::as_str).collect();
        let said = format!("what was typed for {} is back and not saved", codes.join(", "));
        (!codes.is_empty()).then(|| StatusLine::note(said))
    }

    /// The same, where the disk told it only after the meeting was open.
    pub(super) fn take_up_late(&mut self, model: &Model) -> Option<StatusLine> {
        let left = model.unsaved.iter().any(|answers| answers.subject == SUBJECT);
        if !left || self.on_disk.is_some() || self.is_dirty() {
            return None;
        }
        let status = self.take_up(model);
        if let Some(desk) = self.item().map(|item| item.code.clone()).and_then(|code| self.drafts.remove(&code)) {
            self.desk = desk;
        }
        status
    }
}

#[cfg(test)]
mod tests {
    use super::{Desk, Drafts, Entry, again, answers};
    use crate::domain::reading::DecisionKind;

    #[test]
    fn what_is_typed_comes_back_as_it_was_and_only_to_its_meeting() {
        let mut entry = Entry { decision: Some(DecisionKind::Accept), ..Entry::default() };
        entry.meaning.set("two hosts wait");
        entry.until.set("+3m");
        let typed = Drafts::from([
            ("IT 2".to_owned(), Desk::unsaved(entry.clone())),
            ("HR-1".to_owned(), Desk::with(Entry::default())),
        ]);
        let kept = answers(4, typed.iter()).expect("something is typed");
        assert_eq!(kept.title, "IT 2 in review 4");
        let back = again(&kept, 4);
        assert_eq!(back.keys().collect::<Vec<_>>(), ["IT 2"]);
        assert_eq!(back["IT 2"].entry.meaning.text(), "two hosts wait");
        assert_eq!(back["IT 2"].entry.until.text(), "+3m");
        assert_eq!(back["IT 2"].entry.decision, Some(DecisionKind::Accept));
        assert!(back["IT 2"].is_dirty());
        assert!(again(&kept, 5).is_empty());
    }
}
