//! What hovering over a block tells: the rest.

use egui::{RichText, Ui};

use super::{face, look, time_grid::length};
use crate::{
    model::{item::ItemId, mission::Level},
    view::scene::{Clocks, Scene},
    widget::theme::{self, SEMIBOLD, SMALL, Theme},
};

/// What is told about an item.
pub struct Tip {
    title: String,
    lines: Vec<String>,
    problems: Vec<(Level, String)>,
}

/// What there is to tell.
pub fn of(scene: &Scene<'_>, id: ItemId) -> Tip {
    let mission = scene.mission;
    let Some(item) = mission.item(id) else {
        return Tip {
            title: mission.name_of(id),
            lines: Vec::new(),
            problems: Vec::new(),
        };
    };
    let mut lines = vec![format!("{} · {}", look::kind(item), look::status(item))];
    if let Some(slot) = item.slot() {
        let here = mission.zone_on(slot.day());
        let minutes = i32::from(slot.minutes().get());
        lines.push(format!(
            "{} · {}",
            face::when_in_words(slot, here),
            length(minutes)
        ));
        if scene.clocks != Clocks::Host && here != &mission.home_zone {
            let home = &mission.home_zone;
            let (from, until) = (home.local(slot.start()), home.local(slot.end()));
            lines.push(format!(
                "{} – {} in {}",
                from.strftime("%H:%M"),
                until.strftime("%H:%M"),
                home.city()
            ));
        }
    }
    lines.extend([
        face::place(mission, item),
        face::everybody(scene.insight, item),
    ]);
    if item.is_locked() {
        lines.push("Locked: no suggestion or shift moves it".to_owned());
    }
    lines.retain(|it| !it.is_empty());
    Tip {
        title: item.name(),
        lines,
        problems: scene
            .insight
            .problems()
            .of(id)
            .into_iter()
            .filter(|it| it.accepted.is_none() && it.level != Level::Hint)
            .map(|it| (it.level, it.sentence.clone()))
            .collect(),
    }
}

/// Tells it.
pub fn tip_ui(ui: &mut Ui, tip: &Tip) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.label(RichText::new(&tip.title).font(theme::font(theme::BODY, SEMIBOLD)));
    for line in &tip.lines {
        ui.label(RichText::new(line).size(SMALL).color(theme.secondary));
    }
    for (level, sentence) in &tip.problems {
        let ink = if *level == Level::Error {
            theme.error
        } else {
            theme.warning
        };
        ui.label(RichText::new(sentence).size(SMALL).color(ink));
    }
}
