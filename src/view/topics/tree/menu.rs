//! The menu of a row of the tree: what one does with a topic, and its colour.

use egui::{Id, Pos2, Response, Ui};

use super::{
    super::{marks::colour_ui, outline::Line},
    Asked, Tree,
};
use crate::{
    edit::{self, topics},
    model::{
        id::TopicId,
        topic::{Topic, TopicColour},
        words::Choice as _,
    },
    view::scene::Scene,
    widget::{
        menu::{self, Lines},
        picker,
    },
};

/// How wide it is.
const WIDTH: f32 = 220.0;

/// The menu of a topic that was asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Menu {
    topic: TopicId,
    /// Where it opens.
    at: Pos2,
    /// Whether it is to open now.
    is_new: bool,
}

/// What can be done with a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Subtopic,
    Rename,
    FurtherIn,
    FurtherOut,
    Merge,
}

/// What can be done, as the menu says it, with the keys that do it without.
const DEEDS: [(Deed, &str, &str); 5] = [
    (Deed::Subtopic, "New subtopic", ""),
    (Deed::Rename, "Rename", "F2"),
    (Deed::FurtherIn, "Further in", "Alt+→"),
    (Deed::FurtherOut, "Further out", "Alt+←"),
    (Deed::Merge, "Merge into…", ""),
];

impl Menu {
    /// A menu that opens there.
    pub(super) fn new(topic: TopicId, at: Pos2) -> Self {
        Self {
            topic,
            at,
            is_new: true,
        }
    }
}

impl Tree {
    /// Draws the menu, if it is open, and does what one chooses there.
    pub(super) fn menu_ui(
        &mut self,
        scene: &Scene<'_>,
        lines: &[Line],
        keyboard: &Response,
        asked: &mut Asked,
    ) {
        let Some(menu) = &mut self.menu else { return };
        let is_new = std::mem::take(&mut menu.is_new);
        let Menu { topic, at, .. } = *menu;
        let line = lines.iter().find(|it| it.id == topic);
        let id = Id::unique("menu of a topic");
        let shown = line.and_then(|line| {
            menu::of_row(keyboard, id, at, is_new, |ui| {
                self.lines_ui(ui, scene, line, is_new, asked);
            })
        });
        if shown.is_none() {
            self.menu = None;
        }
    }

    fn lines_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        line: &Line,
        is_new: bool,
        asked: &mut Asked,
    ) {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut rows: Lines<'_> = Vec::new();
        let mut chosen = None;
        for (deed, name, keys) in DEEDS {
            let row = picker::row(ui, name, keys, false);
            if row.clicked() {
                chosen = Some(deed);
            }
            rows.push(vec![(name, row)]);
        }
        ui.separator();
        let (colours, colour) = colours_ui(ui, line.colour);
        rows.push(colours);
        if is_new && let Some((_, first)) = rows.iter().flatten().next() {
            first.request_focus();
        }
        menu::walk(ui, &rows);
        if let Some(deed) = chosen {
            self.perform(scene, line.id, deed, asked);
        }
        if let Some(colour) = colour
            && let Some(topic) = scene.mission.topics.get(line.id)
            && topic.colour != colour
        {
            let changed = Topic {
                colour,
                ..topic.clone()
            };
            scene.edit(edit::entity::change(scene.mission, line.id, changed));
        }
        if chosen.is_some() || colour.is_some() {
            ui.close();
        }
    }

    fn perform(&mut self, scene: &Scene<'_>, topic: TopicId, deed: Deed, asked: &mut Asked) {
        match deed {
            Deed::Subtopic => asked.new = Some(Some(topic)),
            Deed::Rename => self.begin_anew(scene, topic),
            Deed::FurtherIn => self.indent(scene, topic),
            Deed::FurtherOut => scene.edit_if(topics::outdent(scene.mission, topic)),
            Deed::Merge => asked.merge = Some(topic),
        }
    }
}

/// The colours, beside one another, and the one that was chosen just now.
fn colours_ui(
    ui: &mut Ui,
    now: TopicColour,
) -> (Vec<(&'static str, Response)>, Option<TopicColour>) {
    let mut chosen = None;
    let all = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let colour_ui = |colour: &TopicColour| {
            let response = colour_ui(ui, *colour, *colour == now);
            if response.clicked() {
                chosen = Some(*colour);
            }
            (colour.label(), response)
        };
        TopicColour::ALL.iter().map(colour_ui).collect()
    });
    (all.inner, chosen)
}
