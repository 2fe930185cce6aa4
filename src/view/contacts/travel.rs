//! How long it takes from the selected place to every other one, typed in a list.

use egui::{Align2, Label, RichText, ScrollArea, Sense, Ui, UiBuilder, vec2};

use crate::{
    edit::{self, Visit},
    model::{city, day_words, entity::Entity as _, fold::fold, id::PlaceId},
    view::{kept::Kept, paint, scene::Scene},
    widget::{
        field, text,
        theme::{self, BODY, MARGIN, ROW, SEMIBOLD, SMALL, Theme},
    },
};

/// The other places, those of the same city first.
#[derive(Debug, Default)]
pub struct Ways {
    others: Kept<(u64, PlaceId), Vec<(PlaceId, String)>>,
}

impl Ways {
    /// Draws the list in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, from: PlaceId) {
        let theme = Theme::of(ui);
        let mission = scene.mission;
        let Some(place) = mission.places.get(from) else {
            return;
        };
        let others = self.others.follow((scene.version, from), || {
            let here = city::key(&place.city);
            let mut all: Vec<_> = mission
                .places
                .iter()
                .filter(|(id, _)| *id != from)
                .map(|(id, it)| (city::key(&it.city) != here, fold(&it.name()), id, it.name()))
                .collect();
            all.sort();
            all.into_iter().map(|(_, _, id, name)| (id, name)).collect()
        });
        let area = ui.available_rect_before_wrap();
        ui.painter().rect_filled(area, 0.0, theme.surface);
        let inner = area.shrink2(vec2(MARGIN, 12.0));
        let mut ui = ui.new_child(UiBuilder::new().id_salt("ways").max_rect(inner));
        let title = format!("From {} to", place.short());
        let title = RichText::new(title).font(theme::font(SMALL, SEMIBOLD));
        ui.add(Label::new(title.color(theme.secondary)).truncate());
        if others.is_empty() {
            field::nothing(&mut ui, "There is no other place yet");
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .id_salt(("ways", from))
            .auto_shrink(false)
            .show_rows(&mut ui, ROW, others.len(), |ui, range| {
                for (to, name) in others.get(range).unwrap_or_default() {
                    way_ui(ui, scene, from, *to, name);
                }
            });
    }
}

fn way_ui(ui: &mut Ui, scene: &Scene<'_>, from: PlaceId, to: PlaceId, name: &str) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let painter = ui.painter();
    let room = rect.width() - 112.0;
    paint::left(
        painter,
        rect.left_center(),
        name,
        theme::regular(BODY),
        theme.text,
        room,
    );
    let unit = rect.right_center();
    let font = theme::regular(SMALL);
    painter.text(unit, Align2::RIGHT_CENTER, "min", font, theme.secondary);
    let field = egui::Rect::from_min_size(
        rect.right_center() - vec2(100.0, theme::HIT / 2.0),
        vec2(64.0, theme::HIT),
    );
    let mut ui = ui.new_child(UiBuilder::new().id_salt(("way", to)).max_rect(field));
    let minutes = scene.mission.travel.between(from, to).map(|it| it.minutes);
    let shown = |it: &Option<u32>| it.map_or_else(String::new, |it| it.to_string());
    let label = format!("Minutes to {name}");
    let typed = text::typed(&mut ui, &label, 46.0, &minutes, shown, read);
    if let Some(minutes) = typed.value {
        let visit = Visit(text::visit(&ui, &typed.response));
        let edit = edit::travel::set_minutes(scene.mission, from, to, minutes);
        scene.edit(edit.during(visit));
    }
}

/// A number of minutes, a length in words, or nothing.
fn read(typed: &str) -> Option<Option<u32>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(None);
    }
    let length = || day_words::parse_length(typed).map(|it| u32::from(it.get()));
    typed.parse().ok().or_else(length).map(Some)
}
