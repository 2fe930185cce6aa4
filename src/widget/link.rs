//! Links to other things of the mission: to one, or as chips to several.

use egui::{Ui, vec2};

use super::{
    chips,
    field::{Around, Outcome},
    icon::{self, Icon},
    picker::{self, Picked},
    theme::{self, Theme},
};
use crate::model::{
    id::{AnyId, Sort},
    mission::Mission,
};

/// What a new thing of a sort would be, in the last line of a picker. Items are not made in passing.
fn noun(sort: Sort) -> Option<&'static str> {
    match sort {
        Sort::Person => Some("a person"),
        Sort::Organisation => Some("an organisation"),
        Sort::Place => Some("a place"),
        Sort::Topic => Some("a topic"),
        Sort::Mission | Sort::Session | Sort::Meeting | Sort::Instrument | Sort::FollowUp => None,
    }
}

/// A link to one thing, or to none.
pub fn one_ui(
    ui: &mut Ui,
    name: &str,
    sort: Sort,
    one: &mut Option<AnyId>,
    around: &Around<'_>,
) -> Outcome {
    let mut outcome = Outcome::default();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        // What is chosen in this frame has its buttons in the next: there is no room left for them in this one.
        let linked = *one;
        let buttons = if linked.is_some() {
            2.0 * (theme::HIT + 2.0)
        } else {
            0.0
        };
        let shown = one.map_or_else(String::new, |it| around.mission.name_of(it));
        let button = picker::chooser(ui, name, &shown, ui.available_width() - buttons);
        let find = |typed: &str| (around.find)(sort, typed, &|_| true);
        match picker::popup(ui, &button, around.version, find, noun(sort)) {
            Some(Picked::This(id)) => {
                outcome.changed = *one != Some(id);
                *one = Some(id);
            }
            Some(Picked::New(typed)) => outcome.new = Some((sort, typed)),
            None => {}
        }
        if let Some(id) = linked {
            if icon::button(ui, Icon::ArrowUpRight, &format!("Show {shown}")).clicked() {
                outcome.open = Some(id);
            }
            if icon::button(ui, Icon::X, &format!("Clear {}", name.to_lowercase())).clicked() {
                *one = None;
                outcome.changed = true;
            }
        }
    });
    outcome
}

/// Links to several things, as chips.
pub fn many_ui(
    ui: &mut Ui,
    name: &str,
    sorts: &[Sort],
    many: &mut Vec<AnyId>,
    around: &Around<'_>,
) -> Outcome {
    let mut outcome = Outcome::default();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GRID, theme::GRID);
        for id in many.clone() {
            let touched = chips::chip(
                ui,
                &around.mission.name_of(id),
                dot(ui, id, around.mission),
                true,
            );
            if touched.opened {
                outcome.open = Some(id);
            }
            if touched.removed {
                many.retain(|it| *it != id);
                outcome.changed = true;
            }
        }
        let add = chips::add(ui, &format!("Add to {}", name.to_lowercase()));
        let find = |typed: &str| {
            let is_new = |it: AnyId| !many.contains(&it);
            let all = sorts.iter();
            all.flat_map(|sort| (around.find)(*sort, typed, &is_new))
                .collect()
        };
        let new = sorts.first().copied().filter(|_| sorts.len() == 1);
        match picker::popup(ui, &add, around.version, find, new.and_then(noun)) {
            Some(Picked::This(id)) => {
                many.push(id);
                outcome.changed = true;
            }
            Some(Picked::New(typed)) => outcome.new = new.map(|sort| (sort, typed)),
            None => {}
        }
    });
    outcome
}

/// The dot of colour that stands before a topic's name.
pub fn dot(ui: &Ui, id: AnyId, mission: &Mission) -> Option<egui::Color32> {
    let AnyId::Topic(id) = id else { return None };
    mission
        .topics
        .get(id)
        .map(|it| Theme::of(ui).topic(it.colour))
}
