//! The line one types a follow-up into: understood while it is typed, and added with Enter.

use std::{ops::Range, rc::Rc};

use egui::{
    EventFilter, Id, Key, Margin, Modifiers, Popup, PopupCloseBehavior, Response, RichText,
    TextEdit, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
    vec2,
};
use jiff::civil::Date;

use super::tags;
use crate::{
    insight::understand::{Begun, Understood, as_one_word, begun, meant, stands_in, understand},
    model::{
        day_words,
        fold::fold,
        id::{AnyId, Sort},
    },
    view::{
        find::{candidate, find_of},
        kept::Kept,
        list,
        scene::Scene,
    },
    widget::{
        chips, picker, text,
        theme::{self, HIT, MARGIN, SMALL, Theme},
    },
};

const HINT: &str = "Add a follow-up: what is to be done @who due when #topic !high";

/// What is typed, and what is understood of it.
#[derive(Default)]
pub struct Entry {
    text: String,
    understood: Understood,
    /// The text, version and day that what is understood rests on.
    of: Option<(String, u64, Option<Date>)>,
    /// These words were not meant as a day: while they stand in the line, days stay words.
    no_day: Option<String>,
    /// The line of the completion somebody went to with the arrows.
    at: Option<usize>,
    /// What completes what is begun, of the version and what was begun.
    completion: Kept<(u64, Begun), Completion>,
    /// Escape was pressed: nothing is offered until something else is typed.
    is_quiet: bool,
    /// Somebody wants to type one.
    wants_keyboard: bool,
}

/// What completes what is begun.
#[derive(Clone, Default)]
struct Completion {
    offers: Rc<[Offer]>,
    /// What is typed is a name already, and of one thing: Enter adds the follow-up, and only Tab completes.
    is_certain: bool,
}

/// A name that completes what is begun.
struct Offer {
    name: String,
    detail: String,
}

/// The id of its field.
pub fn entry_id() -> Id {
    Id::unique("entry of follow-ups")
}

impl Entry {
    /// Puts the keyboard into it.
    pub fn ask_for_keyboard(&mut self) {
        self.wants_keyboard = true;
    }

    /// Whether somebody types into it, or is about to.
    pub fn is_wanted(&self, ui: &Ui) -> bool {
        let has_keyboard = ui.memory(|it| it.has_focus(entry_id()));
        self.wants_keyboard || has_keyboard || !self.text.is_empty()
    }

    /// Draws it, and adds the follow-up when Enter is pressed.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let theme = Theme::of(ui);
        let id = entry_id();
        let top = ui.cursor().top();
        let area = ui.available_rect_before_wrap();
        // The fill goes under what is drawn after it, and its height is known only then.
        let fill = ui.painter().add(egui::Shape::Noop);
        let out = egui::Frame::new()
            .inner_margin(Margin::symmetric(MARGIN as i8, 10))
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                self.field_ui(ui, scene, id);
                if !self.text.trim().is_empty() {
                    ui.add_space(6.0);
                    ui.horizontal_wrapped(|ui| {
                        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                        self.chips_ui(ui, scene);
                    });
                }
            });
        let rect = area.with_min_y(top).with_max_y(out.response.rect.bottom());
        ui.painter()
            .set(fill, egui::Shape::rect_filled(rect, 0.0, theme.surface));
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
        ui.advance_cursor_after_rect(rect);
        list::join(ui);
    }

    fn field_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, id: Id) {
        let theme = Theme::of(ui);
        let is_here = ui.memory(|it| it.has_focus(id));
        let cursor = cursor_in(ui, id, &self.text);
        let started = cursor
            .filter(|_| is_here && !self.is_quiet)
            .and_then(|at| begun(&self.text, at));
        let completion = started.as_ref().map(|it| {
            let of = (scene.version, it.clone());
            let kept = self.completion.follow(of, || Completion::new(scene, it));
            kept.clone()
        });
        let completion = completion.unwrap_or_default();
        let offers = &completion.offers;
        let taken = self.completion_keys(ui, &completion);
        let (mut enter, mut leaves) = (false, false);
        if is_here {
            // What the list of completions took is gone by now.
            (enter, leaves) = ui.input_mut(|it| {
                let mut pressed = |key| it.consume_key(Modifiers::NONE, key);
                (pressed(Key::Enter), pressed(Key::Escape))
            });
        }

        // Escape closes the list of completions first; only the next one leaves the field.
        let keys = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            tab: false,
        };
        let edit = TextEdit::singleline(&mut self.text)
            .id(id)
            .event_filter(keys)
            .hint_text(RichText::new(HINT).color(theme.faint))
            .margin(Margin::symmetric(10, 6))
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, HIT + 4.0));
        let response = ui.add(edit).accessible_name("Add a follow-up");
        text::select_after_tab(ui, &response, &self.text);
        if std::mem::take(&mut self.wants_keyboard) {
            response.request_focus();
        }
        if leaves {
            response.surrender_focus();
        }
        if response.changed() {
            self.at = None;
            self.is_quiet = false;
        }
        let clicked = if offers.is_empty() {
            None
        } else {
            popup_ui(&response, offers, completion.marked(self.at))
        };
        if let Some(started) = started
            && let Some(offer) = clicked.or(taken).and_then(|at| offers.get(at))
        {
            self.complete(ui, id, &started.range, started.is_topic, &offer.name);
            response.request_focus();
        }
        self.understand(scene);
        if enter && !self.understood.follow_up.title.is_empty() {
            self.add(scene);
            response.request_focus();
        }
    }

    /// Reads the keys of the list of completions, before the field sees them. Returns the line that was taken.
    fn completion_keys(&mut self, ui: &Ui, completion: &Completion) -> Option<usize> {
        let last = completion.offers.len().checked_sub(1)?;
        ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            let marked = completion.marked(self.at);
            if pressed(Key::ArrowDown) {
                self.at = Some(marked.map_or(0, |it| it + 1));
            }
            if pressed(Key::ArrowUp) {
                self.at = marked.and_then(|it| it.checked_sub(1));
            }
            self.at = self.at.map(|it| it.min(last));
            self.is_quiet |= pressed(Key::Escape);
            let marked = completion.marked(self.at);
            let takes = pressed(Key::Tab) || (marked.is_some() && pressed(Key::Enter));
            takes.then(|| marked.unwrap_or_default())
        })
    }

    /// Puts a whole name in the place of what is begun, and the keyboard after it.
    fn complete(&mut self, ui: &Ui, id: Id, range: &Range<usize>, is_topic: bool, name: &str) {
        let sign = if is_topic { '#' } else { '@' };
        let put = format!("{sign}{} ", as_one_word(name));
        let before = self.text.get(..range.start).unwrap_or_default();
        let after = self.text.get(range.end..).unwrap_or_default().trim_start();
        let cursor = before.chars().count() + put.chars().count();
        self.text = format!("{before}{put}{after}");
        self.at = None;
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let cursor = CCursorRange::one(CCursor::new(cursor));
        state.cursor.set_char_range(Some(cursor));
        state.store(ui.ctx(), id);
    }

    fn understand(&mut self, scene: &Scene<'_>) {
        let text = &self.text;
        self.no_day.take_if(|words| !stands_in(text, words));
        let today = self.no_day.is_none().then_some(scene.today);
        let of = (self.text.clone(), scene.version, today);
        if self.of.as_ref() != Some(&of) {
            self.understood = understand(&self.text, scene.mission, today);
            self.of = Some(of);
        }
    }

    fn add(&mut self, scene: &Scene<'_>) {
        scene.add(std::mem::take(&mut self.understood).follow_up);
        self.text.clear();
        self.of = None;
    }

    /// What is understood, as chips.
    fn chips_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let theme = Theme::of(ui);
        let Understood {
            follow_up,
            unknown,
            due_words,
        } = &self.understood;
        tags::owners_ui(ui, scene, follow_up);
        if let Some(due) = follow_up.due {
            let touched = chips::chip(ui, &day_words::day(due), None, true);
            if touched.removed || touched.opened {
                self.no_day = Some(due_words.clone());
                // The chip goes, and the keyboard is on it: one goes on with the line.
                self.wants_keyboard = true;
            }
        }
        tags::others_ui(ui, scene, follow_up);
        for unknown in unknown {
            let words = match unknown.chars().next() {
                Some('#') => format!("{unknown} is no topic"),
                Some('@') => format!("{unknown} is nobody here"),
                Some('!') => format!("{unknown} is not taken"),
                _ if unknown.starts_with("due ") => format!("{unknown} is no date"),
                _ => format!("There is no {unknown}"),
            };
            chips::pill(ui, &words, theme.warning, theme.warning_soft);
        }
        if follow_up.title.is_empty() {
            let words = RichText::new("Say what is to be done").font(theme::regular(SMALL));
            ui.label(words.color(theme.secondary));
        } else {
            chips::key(ui, "Enter");
        }
    }
}

/// Where the keyboard is in the field, in bytes.
fn cursor_in(ui: &Ui, id: Id, text: &str) -> Option<usize> {
    let state = TextEditState::load(ui.ctx(), id)?;
    let at = state.cursor.char_range()?.primary.index;
    let place = text.char_indices().nth(usize::from(at));
    Some(place.map_or(text.len(), |(byte, _)| byte))
}

impl Completion {
    fn new(scene: &Scene<'_>, started: &Begun) -> Self {
        let meant = meant(scene.mission, started);
        Self {
            offers: offers(scene, started, &meant.all).into(),
            is_certain: meant.is_certain,
        }
    }

    /// The line that Enter takes: the one somebody went to, or else the first of names only begun.
    fn marked(&self, at: Option<usize>) -> Option<usize> {
        at.or((!self.is_certain).then_some(0))
    }
}

/// The names that complete what is begun: first those that may be meant, as the line is understood, then those found
/// by what else is said of them.
fn offers(scene: &Scene<'_>, started: &Begun, meant: &[AnyId]) -> Vec<Offer> {
    const MOST: usize = 6; // as many as one sees at a glance
    let letters = started.letters.replace(['-', '_'], " ");
    let sort = if started.is_topic {
        Sort::Topic
    } else {
        Sort::Person
    };
    let called = meant.iter().map(|it| candidate(scene.mission, *it));
    let is_other = |it| !meant.contains(&it);
    let others = || find_of(scene, sort, &letters, &is_other);
    let mut all: Vec<_> = called.take(MOST).collect();
    if all.len() < MOST {
        all.extend(others());
    }
    // A name that is all there needs no completing.
    if all.iter().any(|it| fold(&it.name) == fold(&letters)) {
        return Vec::new();
    }
    let offer = |it: picker::Candidate<AnyId>| Offer {
        detail: it.detail,
        name: it.name,
    };
    all.into_iter().take(MOST).map(offer).collect()
}

/// The list of completions under the field. Returns the line that was clicked.
fn popup_ui(field: &Response, offers: &[Offer], marked: Option<usize>) -> Option<usize> {
    let mut clicked = None;
    Popup::from_response(field)
        .id(field.id.with("completion"))
        .open(true)
        .width(280.0)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, offer) in offers.iter().enumerate() {
                if picker::row(ui, &offer.name, &offer.detail, marked == Some(place)).clicked() {
                    clicked = Some(place);
                }
            }
            let hint = match marked {
                Some(_) => "Tab or Enter takes it",
                None => "Tab completes it, Enter adds the follow-up",
            };
            let hint = RichText::new(hint).font(theme::regular(SMALL));
            ui.label(hint.color(Theme::of(ui).faint));
        });
    clicked
}
