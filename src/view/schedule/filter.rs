//! The filter of the schedule: only what has the words that are typed is shown.

use egui::{Align, Id, Key, Layout, Modifiers, Rect, RichText, Ui, UiBuilder, vec2};

use super::{ScheduleView, grid::grid_id, kept::Kept};
use crate::{
    model::{
        fold::{Sought, fold},
        id::AnyId,
        item::ItemId,
        sentence,
    },
    view::scene::Scene,
    widget::{
        button, text,
        theme::{self, SMALL, Theme},
    },
};

/// The height of the strip in which one types.
const STRIP: f32 = 40.0;

/// Whether the filter is open, and whether it shall have the keyboard.
#[derive(Default)]
pub struct Filter {
    is_open: bool,
    wants_keyboard: bool,
}

impl Filter {
    /// Opens it, or gives it the keyboard again.
    pub fn ask(&mut self) {
        self.is_open = true;
        self.wants_keyboard = true;
    }
}

impl ScheduleView {
    /// Draws the filter at the top of the body while it is open. Returns where it ends.
    pub(super) fn filter_ui(&mut self, ui: &mut Ui, kept: &Kept, body: Rect) -> f32 {
        if !self.filter.is_open {
            return body.top();
        }
        let theme = Theme::of(ui);
        let rect = Rect::from_min_size(body.min, vec2(body.width(), STRIP));
        ui.painter().rect_filled(rect, 0.0, theme.surface);
        let line = UiBuilder::new()
            .max_rect(rect.shrink2(vec2(theme::MARGIN, 0.0)))
            .id_salt("schedule filter")
            .layout(Layout::left_to_right(Align::Center));
        let ui = &mut ui.new_child(line);
        ui.shrink_clip_rect(rect);
        let id = Id::unique("schedule filter");
        let width = 280.0_f32.min(rect.width() / 2.0);
        let hint = "Filter the schedule";
        let field = text::filter(ui, id, &mut self.shown.typed, hint, width);
        let gives_up = || ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape));
        let mut closes = field.lost_focus() && gives_up();
        if std::mem::take(&mut self.filter.wants_keyboard) {
            field.request_focus();
        }
        if !self.shown.typed.trim().is_empty() {
            let found: usize = kept.columns.iter().map(|it| it.placed.len()).sum();
            let found = sentence::count(found, "item");
            ui.label(RichText::new(found).size(SMALL).color(theme.secondary));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            closes |= button::small_link(ui, "Show everything").clicked();
        });
        if closes {
            self.filter.is_open = false;
            self.shown.typed.clear();
            ui.memory_mut(|it| it.request_focus(grid_id()));
        }
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
        rect.bottom()
    }
}

impl ScheduleView {
    /// Ends the filter where it hides what was selected just now: drawn, taken from the tray, or found elsewhere.
    pub(super) fn stop_hiding(&mut self, scene: &Scene<'_>, selected: Option<AnyId>) {
        let sought = Sought::of(&self.shown.typed);
        let item = selected.and_then(|it| ItemId::try_from(it).ok());
        let is_hidden = |id| !sought.is_empty() && !has(scene, id, &sought);
        if item.is_some_and(is_hidden) {
            self.filter = Filter::default();
            self.shown.typed.clear();
        }
    }
}

/// Whether what an item is called, or anybody or anything in it, has the words that are sought.
pub fn has(scene: &Scene<'_>, id: ItemId, sought: &Sought) -> bool {
    let Some(item) = scene.mission.item(id) else {
        return false;
    };
    let search = scene.insight.search();
    let people = item
        .participations()
        .iter()
        .map(|it| AnyId::from(it.person));
    let organisations = item.organisations().iter().map(|it| AnyId::from(*it));
    let topics = item.topics().iter().map(|it| AnyId::from(*it));
    let place = item.place().map(AnyId::from);
    let things = people.chain(organisations).chain(topics).chain(place);
    let mut names = fold(&item.name());
    for thing in things {
        names.push('\n');
        names.push_str(search.folded_name(thing));
    }
    sought.is_in(&names)
}
