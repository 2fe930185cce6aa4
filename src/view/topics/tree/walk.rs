//! The tree of topics by keys alone: walked, folded, shaped and renamed.

use egui::{EventFilter, Key, Modifiers, Popup, Response, Ui};

use super::{
    super::outline::{self, Line},
    Tree,
};
use crate::{edit::topics, model::id::TopicId, view::scene::Scene};

impl Tree {
    /// Puts a topic under the one before it that stands as far in.
    pub(super) fn indent(&mut self, scene: &Scene<'_>, topic: TopicId) {
        let lines = outline::outline(scene.mission, scene.insight.coverage());
        let at = lines.iter().position(|it| it.id == topic);
        if let Some(parent) = at.and_then(|at| outline::elder_sibling(&lines, at)) {
            self.unfold(Some(parent));
            scene.edit_if(topics::put_under(scene.mission, topic, Some(parent)));
        }
    }

    /// What the keys ask for, while the tree has them: those pressed over an open menu are for that.
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        keyboard: &Response,
        lines: &[Line],
        shown: &[usize],
    ) {
        if !keyboard.has_focus() || Popup::is_any_open(ui.ctx()) {
            return;
        }
        let arrows = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(keyboard.id, arrows));
        let selected = scene.selection.primary();
        let place = shown.iter().position(|at| {
            lines
                .get(*at)
                .is_some_and(|it| selected == Some(it.id.into()))
        });
        let line = place.and_then(|it| lines.get(*shown.get(it)?));
        let pressed = |modifiers, key| ui.input_mut(|it| it.consume_key(modifiers, key));
        if let Some(line) = line {
            if pressed(Modifiers::ALT, Key::ArrowRight) {
                self.indent(scene, line.id);
            } else if pressed(Modifiers::ALT, Key::ArrowLeft) {
                scene.edit_if(topics::outdent(scene.mission, line.id));
            } else if pressed(Modifiers::NONE, Key::F2) || pressed(Modifiers::NONE, Key::Enter) {
                self.begin_anew(scene, line.id);
            }
        }
        let last = shown.len().saturating_sub(1);
        let steps = |key| ui.input_mut(|it| it.count_and_consume_key(Modifiers::NONE, key));
        let (down, up) = (steps(Key::ArrowDown), steps(Key::ArrowUp));
        let to = if 0 < down {
            Some(place.map_or(0, |it| (it + down).min(last)))
        } else if 0 < up {
            Some(place.map_or(0, |it| it.saturating_sub(up)))
        } else if pressed(Modifiers::NONE, Key::ArrowRight) {
            // What is folded is unfolded first; then one goes into it, and out of it to what it is under.
            line.and_then(|it| {
                let is_folded = it.has_children && self.folded.contains(&it.id);
                self.fold(it.id, false);
                let child = place.filter(|_| it.has_children && !is_folded);
                child.map(|it| it + 1)
            })
        } else if pressed(Modifiers::NONE, Key::ArrowLeft) {
            line.and_then(|it| {
                let is_open = it.has_children && !self.folded.contains(&it.id);
                if is_open {
                    self.fold(it.id, true);
                    return None;
                }
                let parent = scene.mission.topics.get(it.id)?.parent?;
                let is_parent = |at: &usize| lines.get(*at).is_some_and(|it| it.id == parent);
                shown.iter().position(is_parent)
            })
        } else if pressed(Modifiers::NONE, Key::Home) {
            Some(0)
        } else if pressed(Modifiers::NONE, Key::End) {
            Some(last)
        } else {
            None
        };
        if let Some(line) = to
            .and_then(|it| shown.get(it))
            .and_then(|at| lines.get(*at))
        {
            scene.select(line.id);
            self.reveal = Some(line.id);
        }
    }
}
