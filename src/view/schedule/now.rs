//! Now: the line through today, and the strip that says what runs, what is next, and who must leave when.

use std::collections::BTreeMap;

use egui::{Align, Label, Layout, Painter, Rect, RichText, Stroke, Ui, UiBuilder, pos2, vec2};
use jiff::civil::Date;

use super::{
    canvas::Canvas,
    columns::comes,
    days::{Stretch, minute_of},
    kept::Kept,
    time_grid::clock,
    travel_band::{self, Fit, bands},
};
use crate::{
    insight::saying,
    model::{id::PersonId, item::ItemId},
    view::scene::Scene,
    widget::{
        button,
        theme::{self, SMALL, Theme},
    },
};

/// The height of the strip.
pub const STRIP: f32 = 34.0;
/// The most items the strip says are running.
const RUNNING: usize = 2;

/// The least room in which a few words can be read.
const LEAST_WORDS: f32 = 140.0;
/// The most partings the strip tells.
const PARTINGS: usize = 2;

/// What runs and what is next, today.
pub struct NowAndNext {
    running: Vec<(ItemId, String)>,
    next: Option<(ItemId, String)>,
    partings: Vec<Parting>,
}

/// Some people who must leave for what is next for them.
struct Parting {
    words: String,
    /// Whether they will be late whatever they do.
    is_late: bool,
}

/// What runs and what is next, on a day of the visit; for one person, if one sees through their eyes.
pub fn and_next(scene: &Scene<'_>, kept: &Kept, lens: Option<PersonId>) -> Option<NowAndNext> {
    let mission = scene.mission;
    if !mission.is_day(scene.today) {
        return None;
    }
    let zone = kept.whose().zone(mission, scene.today);
    let now = zone.local(scene.now);
    let minute = minute_of(now);
    let mut found = NowAndNext {
        running: Vec::new(),
        next: None,
        partings: Vec::new(),
    };
    for it in kept.days.on(now.date()).iter() {
        let Some(item) = mission.item(it.item) else {
            continue;
        };
        let is_theirs = lens.is_none_or(|who| comes(mission, it.item, who));
        if !is_theirs || !item.standing().books() {
            continue;
        }
        if it.from <= minute && minute < it.until {
            let words = format!("{} until {}", item.name(), clock(it.until));
            found.running.push((it.item, words));
        } else if minute < it.from && found.next.is_none() {
            let words = format!("{} at {}", item.name(), clock(it.from));
            found.next = Some((it.item, words));
        }
    }
    let on = kept.days.on(now.date());
    found.partings = partings(scene, now.date(), on, lens, minute);
    (!found.running.is_empty() || found.next.is_some()).then_some(found)
}

/// Who must leave when for what is next for them, those who will be late first, then the first to go; those who
/// go together in one sentence.
fn partings(
    scene: &Scene<'_>,
    day: Date,
    on: &[Stretch],
    lens: Option<PersonId>,
    minute: i32,
) -> Vec<Parting> {
    let delegation = scene.insight.delegation().iter().copied();
    let people = delegation.filter(|it| lens.is_none_or(|who| who == *it));
    let of_each = travel_band::of_each(scene.mission, people.clone(), on.iter().copied());
    let mut together: BTreeMap<(bool, i32, ItemId, i32), Vec<PersonId>> = BTreeMap::new();
    for who in people {
        let Some(theirs) = of_each.get(&who) else {
            continue;
        };
        if let Some(band) = bands(scene.mission, day, who, theirs, minute).next() {
            let key = (band.fit != Fit::Late, band.from(), band.to, band.arrives());
            together.entry(key).or_default().push(who);
        }
    }
    let in_words =
        |((is_in_time, leave, to, arrives), people): ((bool, i32, ItemId, i32), Vec<PersonId>)| {
            let names = people.iter().map(|it| scene.insight.short_name(*it));
            let who = saying::names(&names.collect::<Vec<_>>());
            let leaves = if people.len() == 1 { "leaves" } else { "leave" };
            let is_late = !is_in_time;
            let words = if is_late {
                let what = scene.mission.name_of(to);
                format!("{who} cannot be at {what} before {}", clock(arrives))
            } else if leave <= minute {
                format!("{who} must leave now")
            } else {
                format!("{who} {leaves} at {}", clock(leave))
            };
            Parting { words, is_late }
        };
    together.into_iter().take(PARTINGS).map(in_words).collect()
}

/// Draws the strip.
pub fn strip_ui(ui: &mut Ui, scene: &Scene<'_>, found: &NowAndNext, rect: Rect) {
    let theme = Theme::of(ui);
    ui.painter().rect_filled(rect, 0.0, theme.surface);
    let inner = rect.shrink2(vec2(theme::MARGIN, 0.0));
    let mut strip = ui.new_child(
        UiBuilder::new()
            .max_rect(inner)
            .id_salt("now and next")
            .layout(Layout::left_to_right(Align::Center)),
    );
    let ui = &mut strip;
    ui.shrink_clip_rect(rect);
    let quiet = |words: &str| RichText::new(words).size(SMALL).color(theme.secondary);
    if !found.running.is_empty() {
        ui.label(quiet("Now"));
    }
    for (id, words) in found.running.iter().take(RUNNING) {
        if button::small_link(ui, words).clicked() {
            scene.select(*id);
        }
    }
    if RUNNING < found.running.len() {
        ui.label(quiet(&format!(
            "and {} more",
            found.running.len() - RUNNING
        )));
    }
    if let Some((id, words)) = &found.next {
        ui.add_space(theme::GAP);
        ui.label(quiet("Next"));
        if button::small_link(ui, words).clicked() {
            scene.select(*id);
        }
    }
    for parting in &found.partings {
        let ink = if parting.is_late {
            theme.error
        } else {
            theme.text
        };
        // What could not be read is left out.
        if ui.available_width() < LEAST_WORDS {
            break;
        }
        ui.add_space(theme::GAP);
        let words = RichText::new(&parting.words).size(SMALL).color(ink);
        ui.add(Label::new(words).truncate());
    }
}

/// Paints the line through a column whose day is today. It lies below the blocks: across their words it
/// would strike them out.
pub fn paint_line(
    painter: &Painter,
    theme: &Theme,
    scene: &Scene<'_>,
    canvas: &Canvas<'_>,
    at: usize,
) {
    let Some(column) = canvas.columns.get(at).filter(|it| it.day == scene.today) else {
        return;
    };
    let (left, right) = canvas.column_x(at);
    let minute = minute_of(column.zone.local(scene.now));
    let y = (canvas.origin.y + canvas.grid.y(minute)).round();
    painter.hline(left..=right, y, Stroke::new(2.0, theme.error));
    let starts = canvas
        .columns
        .get(at.wrapping_sub(1))
        .is_none_or(|it| it.day != column.day);
    if starts {
        let x = left.max(canvas.seen.left() + 5.0);
        painter.circle_filled(pos2(x, y), 5.0, theme.error);
    }
}
