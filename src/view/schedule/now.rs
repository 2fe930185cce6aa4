//! Now: the line through today, and the strip that says what runs, what is next, and who must leave when.

use egui::{Align, Layout, Painter, Rect, RichText, Stroke, Ui, UiBuilder, pos2, vec2};

use super::{
    ScheduleView, canvas::Canvas, columns::comes, days::minute_of, kept::Kept, time_grid::clock,
};
use crate::{
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

/// What runs and what is next, today.
pub struct NowAndNext {
    running: Vec<(ItemId, String)>,
    next: Option<(ItemId, String)>,
    leaving: Option<String>,
}

/// What runs and what is next, on a day of the visit; for one person, if one sees through their eyes.
pub fn and_next(scene: &Scene<'_>, kept: &Kept, lens: Option<PersonId>) -> Option<NowAndNext> {
    let mission = scene.mission;
    if scene.today < mission.first_day || mission.last_day < scene.today {
        return None;
    }
    let zone = kept.whose().zone(mission, scene.today);
    let now = zone.local(scene.now);
    let minute = minute_of(now);
    let mut found = NowAndNext {
        running: Vec::new(),
        next: None,
        leaving: None,
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
    found.leaving = leaving(scene, kept, lens, minute);
    (!found.running.is_empty() || found.next.is_some()).then_some(found)
}

/// Who must leave when for what is next: the person looked through, or the head of delegation.
fn leaving(scene: &Scene<'_>, kept: &Kept, lens: Option<PersonId>, minute: i32) -> Option<String> {
    let who = lens.or(kept.head)?;
    let column = kept.columns.iter().find(|it| it.day == scene.today)?;
    let next = column
        .placed
        .iter()
        .find(|it| minute < it.from && comes(scene.mission, it.item, who))?;
    let band = super::travel_band::bands(scene.mission, column, who)
        .into_iter()
        .find(|it| it.to == next.item)?;
    let name = scene.insight.short_name(who);
    Some(if band.from <= minute {
        format!("{name} must leave now")
    } else {
        format!("{name} leaves at {}", clock(band.from))
    })
}

impl ScheduleView {
    pub(super) fn strip_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        found: &NowAndNext,
        rect: Rect,
    ) {
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
        if let Some(words) = &found.leaving {
            ui.add_space(theme::GAP);
            ui.label(RichText::new(words).size(SMALL).color(theme.text));
        }
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
