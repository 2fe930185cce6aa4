//! Suggested times for one item: the free ones with their reasons, and what blocks the others.

use egui::{
    Key, Label, Response, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, text::LayoutJob,
    vec2,
};
use jiff::Timestamp;

use super::{heading, words};
use crate::{
    arrange::suggest::{Suggestion, Suggestions, suggest},
    insight::Insight,
    model::{
        day_words,
        item::ItemId,
        mission::Mission,
        sentence,
        slot::{Slot, Zone},
    },
    view::scene::Clocks,
    widget::{
        focus_ring, text,
        theme::{self, BODY, MEDIUM, SMALL, Theme},
    },
};

/// More times than these nobody compares.
const MOST: usize = 6;

/// What a window has below the times: the buttons of the dialog and the rim around it.
const BELOW: f32 = 140.0;
/// However low the window is, this much of them is seen.
const LEAST: f32 = 96.0;
/// Left and right of a suggestion.
const INDENT: f32 = 10.0;
/// The height of its time, below which its reasons stand.
const WHEN: f32 = 26.0;

/// What is suggested, and which of it the keyboard is on.
pub struct SuggestTimes {
    item: ItemId,
    name: String,
    found: Suggestions,
    at: usize,
}

impl SuggestTimes {
    /// Looks for times for an item, from now on.
    pub fn new(insight: &Insight, now: Timestamp, item: ItemId) -> Self {
        Self {
            item,
            name: insight.mission().name_of(item),
            found: suggest(insight, now, item, MOST),
            at: 0,
        }
    }

    /// The item, and the time the keyboard is on.
    pub fn chosen(&self) -> Option<(ItemId, &Slot)> {
        let chosen = self.found.slots.get(self.at)?;
        Some((self.item, &chosen.slot))
    }

    /// Draws the times and what blocks the rest. Returns whether one was taken.
    pub fn ui(&mut self, ui: &mut Ui, mission: &Mission, clocks: Clocks, entered: bool) -> bool {
        heading(ui, &format!("Times for {}", self.name));
        let mut is_taken = false;
        if self.found.slots.is_empty() {
            words(
                ui,
                "No time fits on the days that are left of the visit, within its working hours",
            );
        } else {
            words(
                ui,
                "Everybody who is required is free, the place is open, and there is time for every way that is known",
            );
            is_taken |= entered;
        }
        let above = ui.min_rect().height();
        let height = (ui.ctx().content_rect().height() - BELOW - above).max(LEAST);
        let area = ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height);
        area.show(ui, |ui| {
            is_taken |= self.times_ui(ui, mission, clocks);
            self.blocked_ui(ui);
        });
        is_taken
    }

    /// The times, one below another. Returns whether one was taken.
    fn times_ui(&mut self, ui: &mut Ui, mission: &Mission, clocks: Clocks) -> bool {
        let mut is_taken = false;
        let has_walked = self.walk(ui);
        let mut rows = Vec::new();
        for (at, suggestion) in self.found.slots.iter().enumerate() {
            ui.spacing_mut().item_spacing.y = 2.0;
            let row = row_ui(ui, mission, clocks, suggestion, at == self.at);
            if row.clicked() || row.gained_focus() {
                self.at = at;
            }
            let is_entered = row.has_focus() && ui.input(|it| it.key_pressed(Key::Enter));
            is_taken |= row.double_clicked() || is_entered;
            rows.push(row);
        }
        if let Some(row) = rows.get(self.at).filter(|_| has_walked) {
            row.scroll_to_me(None);
            // Where the keyboard stands on one of them, it goes along.
            if rows.iter().any(Response::has_focus) {
                row.request_focus();
            }
        }
        is_taken
    }

    /// Up and Down go from one time to the next, and below the last one to what stands there; Page Up and Page Down
    /// turn over what is seen. Returns whether another time was reached.
    fn walk(&mut self, ui: &Ui) -> bool {
        let [up, down, back, on] = ui.input_mut(|it| {
            [Key::ArrowUp, Key::ArrowDown, Key::PageUp, Key::PageDown]
                .map(|key| it.count_and_consume_key(egui::Modifiers::NONE, key))
        });
        let last = self.found.slots.len().saturating_sub(1);
        let to = (self.at + down).saturating_sub(up);
        let beyond = to.saturating_sub(last) as f32 * theme::HIT;
        let page = (on as f32 - back as f32) * (ui.clip_rect().height() - theme::HIT);
        if beyond + page != 0.0 {
            ui.scroll_with_delta(vec2(0.0, -beyond - page));
        }
        let was = std::mem::replace(&mut self.at, to.min(last));
        was != self.at
    }

    fn blocked_ui(&self, ui: &mut Ui) {
        if self.found.blocked.is_empty() {
            return;
        }
        let theme = Theme::of(ui);
        ui.add_space(theme::GAP);
        let title = if self.found.slots.is_empty() {
            "What stands in the way"
        } else {
            "What blocks other times"
        };
        ui.label(RichText::new(title).font(theme::font(SMALL, theme::SEMIBOLD)));
        ui.set_min_width(ui.available_width());
        for sentence in &self.found.blocked {
            let sentence = RichText::new(sentence).font(theme::regular(SMALL));
            ui.add(Label::new(sentence.color(theme.secondary)).wrap());
        }
    }
}

/// One time, with its reasons below it.
fn row_ui(
    ui: &mut Ui,
    mission: &Mission,
    clocks: Clocks,
    suggestion: &Suggestion,
    is_chosen: bool,
) -> Response {
    let theme = Theme::of(ui);
    let when = when_in_words(&suggestion.slot, mission, clocks);
    let why = sentence::capital(&suggestion.reasons.join(", "));
    let width = ui.available_width();
    let room = width - 2.0 * INDENT;
    let mut reasons = LayoutJob::simple(why.clone(), theme::regular(SMALL), theme.secondary, room);
    reasons.wrap.max_rows = 2;
    let reasons = ui.painter().layout_job(reasons);
    let height = WHEN + reasons.size().y + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    if is_chosen || response.hovered() {
        let fill = if is_chosen {
            theme.accent_soft
        } else {
            theme.quiet
        };
        ui.painter()
            .rect_filled(rect, f32::from(theme::RADIUS), fill);
    }
    focus_ring(ui, &response);
    let line = text::elided(ui, &when, theme::font(BODY, MEDIUM), theme.text, room);
    let at = |top: f32| pos2(rect.left() + INDENT, rect.top() + top);
    ui.painter().galley(at(5.0), line, theme.text);
    ui.painter().galley(at(WHEN), reasons, theme.secondary);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, is_chosen, format!("{when}. {why}"))
    });
    response.on_hover_text(why)
}

/// A time on the clock of its place, and on that at home where it is shown: `Tue 10 March, 09:00–10:00 (17:00 Baku)`.
///
/// Where that clock is not the host's, it is said whose: `Wed 22 April, 09:00–10:00 in Dubai`.
pub fn when_in_words(slot: &Slot, mission: &Mission, clocks: Clocks) -> String {
    let on = |zone: &Zone| zone.local(slot.start());
    let said = format!(
        "{}, {}–{}",
        day_words::day(slot.day()),
        day_words::clock(slot.local_start().time()),
        day_words::clock(slot.local_end().time()),
    );
    let is_the_hosts =
        slot.zone().offset_minutes(slot.start()) == mission.host_zone.offset_minutes(slot.start());
    let said = if is_the_hosts {
        said
    } else {
        format!("{said} in {}", mission.clock_city(slot.zone(), slot.day()))
    };
    let home = &mission.home_zone;
    if clocks == Clocks::Host || on(home) == slot.local_start() {
        return said;
    }
    let there = on(home);
    let day = if there.date() == slot.day() {
        String::new()
    } else {
        there.strftime(" on %a").to_string()
    };
    format!(
        "{said} ({} {}{day})",
        day_words::clock(there.time()),
        home.city()
    )
}
