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
    insight::understand::{Begun, Understood, as_one_word, begun, understand},
    model::{
        day_words,
        fold::fold,
        id::{AnyId, Sort},
        mission::Mission,
        organisation::Side,
    },
    view::{find::find_of, kept::Kept, list, scene::Scene},
    widget::{
        chips, picker, text,
        theme::{self, HIT, MARGIN, Theme},
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
    /// The day that was understood was not meant: days stay words until the next line.
    leaves_days: bool,
    /// The line of the completion the keyboard is on.
    at: usize,
    /// What completes what is begun, of the version and what was begun.
    offers: Kept<(u64, Begun), Rc<[Offer]>>,
    /// Escape was pressed: nothing is offered until something else is typed.
    is_quiet: bool,
    /// Somebody wants to type one.
    wants_keyboard: bool,
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
        let offers = started.as_ref().map(|it| {
            let of = (scene.version, it.clone());
            let kept = self.offers.follow(of, || offers(scene, it).into());
            kept.clone()
        });
        let offers = offers.unwrap_or_default();
        let taken = self.completion_keys(ui, offers.len());
        let (mut enter, mut leaves) = (false, false);
        if is_here && offers.is_empty() {
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
            self.at = 0;
            self.is_quiet = false;
        }
        let clicked = if offers.is_empty() {
            None
        } else {
            popup_ui(&response, &offers, self.at)
        };
        if let Some(started) = started
            && let Some(offer) = clicked.or(taken).and_then(|at| offers.get(at))
        {
            self.complete(ui, id, &started.range, started.is_topic, &offer.name);
            response.request_focus();
        }
        self.understand(scene);
        if enter && self.understood != Understood::default() {
            self.add(scene);
            response.request_focus();
        }
    }

    /// Reads the keys of the list of completions, before the field sees them. Returns the line that was taken.
    fn completion_keys(&mut self, ui: &Ui, count: usize) -> Option<usize> {
        if count == 0 {
            return None;
        }
        let (down, up, take, leave) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            let down = pressed(Key::ArrowDown);
            let up = pressed(Key::ArrowUp);
            let take = pressed(Key::Enter) || pressed(Key::Tab);
            (down, up, take, pressed(Key::Escape))
        });
        if down {
            self.at += 1;
        }
        if up {
            self.at = self.at.saturating_sub(1);
        }
        self.at = self.at.min(count - 1);
        self.is_quiet |= leave;
        take.then_some(self.at)
    }

    /// Puts a whole name in the place of what is begun, and the keyboard after it.
    fn complete(&mut self, ui: &Ui, id: Id, range: &Range<usize>, is_topic: bool, name: &str) {
        let sign = if is_topic { '#' } else { '@' };
        let put = format!("{sign}{} ", as_one_word(name));
        let before = self.text.get(..range.start).unwrap_or_default();
        let after = self.text.get(range.end..).unwrap_or_default().trim_start();
        let cursor = before.chars().count() + put.chars().count();
        self.text = format!("{before}{put}{after}");
        self.at = 0;
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let cursor = CCursorRange::one(CCursor::new(cursor));
        state.cursor.set_char_range(Some(cursor));
        state.store(ui.ctx(), id);
    }

    fn understand(&mut self, scene: &Scene<'_>) {
        self.leaves_days &= !self.text.is_empty();
        let today = (!self.leaves_days).then_some(scene.today);
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
        let Understood { follow_up, unknown } = &self.understood;
        tags::owners_ui(ui, scene, follow_up);
        if let Some(due) = follow_up.due {
            let touched = chips::chip(ui, &day_words::day(due), None, true);
            self.leaves_days |= touched.removed || touched.opened;
        }
        tags::others_ui(ui, scene, follow_up);
        for unknown in unknown {
            let words = match unknown.chars().next() {
                Some('#') => format!("{unknown} is no topic"),
                Some('@') => format!("{unknown} is nobody here"),
                Some('!') => format!("{unknown} is not taken"),
                _ => format!("There is no {unknown}"),
            };
            chips::pill(ui, &words, theme.warning, theme.warning_soft);
        }
        chips::key(ui, "Enter");
    }
}

/// Where the keyboard is in the field, in bytes.
fn cursor_in(ui: &Ui, id: Id, text: &str) -> Option<usize> {
    let state = TextEditState::load(ui.ctx(), id)?;
    let at = state.cursor.char_range()?.primary.index;
    let place = text.char_indices().nth(usize::from(at));
    Some(place.map_or(text.len(), |(byte, _)| byte))
}

/// The names that complete what is begun, the likeliest first.
fn offers(scene: &Scene<'_>, started: &Begun) -> Vec<Offer> {
    const MOST: usize = 6; // as many as one sees at a glance
    let mission = scene.mission;
    let letters = started.letters.replace('-', " ");
    let found = if started.is_topic {
        find_of(scene, Sort::Topic, &letters, &|_| true)
    } else {
        // Ours before others: they owe most of what is written down.
        let people = |ours: bool| {
            let fits = move |it| is_ours(mission, it) == ours;
            find_of(scene, Sort::Person, &letters, &fits)
        };
        people(true).into_iter().chain(people(false)).collect()
    };
    // A name that is all there needs no completing.
    if found.iter().any(|it| fold(&it.name) == fold(&letters)) {
        return Vec::new();
    }
    let offer = |it: picker::Candidate<AnyId>| Offer {
        detail: it.detail,
        name: it.name,
    };
    found.into_iter().take(MOST).map(offer).collect()
}

fn is_ours(mission: &Mission, id: AnyId) -> bool {
    match id {
        AnyId::Person(id) => mission.side_of(id) == Side::Home,
        _ => true,
    }
}

/// The list of completions under the field. Returns the line that was clicked.
fn popup_ui(field: &Response, offers: &[Offer], at: usize) -> Option<usize> {
    let mut clicked = None;
    Popup::from_response(field)
        .id(field.id.with("completion"))
        .open(true)
        .width(280.0)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, offer) in offers.iter().enumerate() {
                if picker::row(ui, &offer.name, &offer.detail, place == at).clicked() {
                    clicked = Some(place);
                }
            }
            let hint = RichText::new("Tab or Enter takes it").font(theme::regular(theme::SMALL));
            ui.label(hint.color(Theme::of(ui).faint));
        });
    clicked
}
