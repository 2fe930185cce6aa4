//! What fits the kind of a field, where that is more than a line of text: days, zones, and choices from a list.

use egui::{Ui, vec2};
use jiff::civil::Date;

use super::{GAP, Outcome};
use crate::{
    model::{city, day_words, slot::Zone, words::Words},
    widget::{
        chips, menu,
        picker::{self, Candidate, Picked},
        text,
        theme::{self, SMALL, Theme},
    },
};

/// A value typed as text, as an outcome.
pub fn typed<T: Clone + PartialEq + Send + Sync + 'static>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    value: &mut T,
    show: impl Fn(&T) -> String,
    read: impl Fn(&str) -> Option<T>,
) -> Outcome {
    let typed = text::typed(ui, name, width, value, show, read);
    let outcome = Outcome::of(ui, &typed);
    if let Some(found) = typed.value {
        *value = found;
    }
    outcome
}

pub(super) fn split(text: &str) -> Vec<String> {
    text.split([',', ';'])
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

pub(super) fn read_number(text: &str) -> Option<u32> {
    if text.trim().is_empty() {
        Some(0)
    } else {
        text.trim().parse().ok()
    }
}

/// A day that can be typed, or left empty, with how far off it is.
pub fn date_ui(ui: &mut Ui, name: &str, date: &mut Option<Date>, today: Date) -> Outcome {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let show = |it: &Option<Date>| it.map(day_words::day_with_year).unwrap_or_default();
        let read = |text: &str| {
            if text.trim().is_empty() {
                Some(None)
            } else {
                day_words::parse_day(text, today).map(Some)
            }
        };
        let outcome = typed(ui, name, 176.0, date, show, read);
        if let Some(date) = date {
            let words = day_words::distance(*date, today);
            let ink = Theme::of(ui).secondary;
            let galley = ui
                .painter()
                .layout_no_wrap(words, theme::regular(SMALL), ink);
            // How far off it is goes without saying where there is no room to say it.
            if galley.size().x <= ui.available_width() {
                ui.label(galley);
            }
        }
        outcome
    })
    .inner
}

/// A time zone, found by typing.
pub fn zone_ui(ui: &mut Ui, name: &str, zone: &mut Zone) -> Outcome {
    let button = picker::chooser(ui, name, zone.name(), ui.available_width());
    // By the city first, as people look for it; the region tells cities of one name apart.
    let find = |typed: &str| {
        let typed = typed.to_lowercase();
        let mut all = city::all();
        all.retain(|(city, zone)| {
            city.to_lowercase().contains(&typed) || zone.to_lowercase().contains(&typed)
        });
        all.sort_by_cached_key(|(city, _)| !city.to_lowercase().starts_with(&typed));
        let candidate = |(name, zone): (String, String)| Candidate {
            name,
            detail: zone.clone(),
            value: zone,
            count: None,
        };
        all.into_iter().map(candidate).collect()
    };
    match picker::popup(ui, &button, 0, find, None) {
        Some(Picked::This(name)) => Zone::named(&name).map_or_else(Outcome::default, |it| {
            *zone = it;
            Outcome::change()
        }),
        _ => Outcome::default(),
    }
}

/// One of a closed list.
pub fn choice_ui(ui: &mut Ui, name: &str, choices: &[Words], at: &mut usize) -> Outcome {
    let shown = choices.get(*at).map_or("", |it| it.en);
    let button = picker::chooser(ui, name, shown, ui.available_width());
    let names = choices.iter().map(|it| it.en);
    match menu::choices(&button, names, Some(*at)) {
        Some(place) => {
            *at = place;
            Outcome::change()
        }
        None => Outcome::default(),
    }
}

/// Several of a closed list, as chips.
pub(super) fn choices_ui(
    ui: &mut Ui,
    name: &str,
    choices: &[Words],
    places: &mut Vec<usize>,
) -> Outcome {
    let mut outcome = Outcome::default();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GRID, theme::GRID);
        for place in places.clone() {
            let words = choices.get(place).map_or("", |it| it.en);
            if chips::chip(ui, words, None, true).removed {
                places.retain(|it| *it != place);
                outcome = Outcome::change();
            }
        }
        let add = chips::add(ui, &format!("Add to {name}"));
        let left = choices
            .iter()
            .zip(0..)
            .filter(|(_, it)| !places.contains(it));
        let (names, left): (Vec<&str>, Vec<usize>) = left.map(|(it, place)| (it.en, place)).unzip();
        let chosen = menu::choices(&add, names.into_iter(), None);
        if let Some(place) = chosen.and_then(|it| left.get(it)) {
            outcome = Outcome::change();
            places.push(*place);
        }
    });
    outcome
}
