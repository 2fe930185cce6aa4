//! What the keys do on the grid and in the list.

use egui::{EventFilter, Rect, Response, Ui};

use super::{
    ScheduleView,
    columns::{Column, Lane, Placed},
    drag::{self, Hand, Held, Spot},
    grid::{block_id, grid_id},
    hold,
    kept::Kept,
    keys::{self, Asked, Way},
    menu::INSIDE,
    shape::Shape,
    time_grid::{DAY, FIVE, QUARTER},
};
use crate::{
    model::{id::AnyId, item::ItemId, slot::HALF_HOUR},
    view::{
        command::Command,
        scene::{Action, Scene, Selection},
    },
    widget::{self, menu, theme::Theme},
};

/// What the keys walk through.
pub(super) struct Walked<'a> {
    /// Days, or the lanes of one.
    pub columns: &'a [Column],
    /// The first of them that one sees.
    pub first: usize,
    /// What of them is in sight.
    pub seen: Rect,
    /// Where an item of a column stands.
    pub place: &'a dyn Fn(usize, &Placed) -> Option<Rect>,
}

impl ScheduleView {
    /// What the keys ask for, while the schedule has them.
    pub(super) fn keys_ui(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        kept: &Kept,
        walked: &Walked<'_>,
        ground: &Response,
    ) {
        if widget::nobody_has_the_keyboard(ui) {
            // The key that put a field away is not one for the grid, so it listens from the next frame on.
            ground.request_focus();
            return;
        }
        if !ui.memory(|it| it.has_focus(grid_id())) {
            return;
        }
        ui.memory_mut(|it| {
            it.set_focus_lock_filter(
                grid_id(),
                EventFilter {
                    tab: false,
                    horizontal_arrows: true,
                    vertical_arrows: true,
                    escape: true,
                },
            );
        });
        let cursor = self.cursor(scene, walked);
        if let Some((column, item)) = cursor {
            self.cursor = cursor;
            let placed = walked.columns.get(column).and_then(|it| it.find(item));
            let minute = placed.map(|it| it.from);
            self.was_at = minute.map(|minute| Spot { column, minute });
            if let Some(placed) = placed.filter(|_| menu::is_asked_by_keys(ui)) {
                let stands = (walked.place)(column, placed);
                let seen = stands.map_or(walked.seen, |it| it.intersect(walked.seen));
                self.open_menu(item, grid_id(), seen.left_top() + INSIDE);
            }
            // A screen reader reads the item, though the grid holds the keyboard.
            ui.ctx().accesskit_node_builder(grid_id(), |node| {
                node.set_active_descendant(block_id(column, item).accesskit_id());
            });
        } else {
            // Shown to whoever comes by Tab, not to whoever clicks.
            let by_tab = ui.input(|it| it.key_pressed(egui::Key::Tab));
            let by_hand = ui.input(|it| it.pointer.any_down());
            self.scroll.shows_focus = (self.scroll.shows_focus || by_tab) && !by_hand;
            if self.scroll.shows_focus {
                ui.painter().rect_stroke(
                    walked.seen.shrink(1.0),
                    0.0,
                    egui::Stroke::new(2.0, Theme::of(ui).accent),
                    egui::StrokeKind::Inside,
                );
            }
        }
        // A key pressed several times within one frame does all of it at once.
        let all = keys::asked(ui);
        for same in all.chunk_by(|a, b| a == b) {
            let Some(asked) = same.first().copied() else {
                continue;
            };
            let times = i32::try_from(same.len()).unwrap_or(1);
            match asked {
                Asked::GiveUp => scene.push(Action::Select(Selection::none())),
                Asked::Open => {
                    if let Some((column, item)) = cursor {
                        self.select(scene, column, item);
                        scene.push(Action::Command(Command::EditDetails));
                    }
                }
                Asked::Draw => self.draw_after(scene, kept, walked, cursor),
                // Lines of text have no hours to be made higher.
                Asked::Zoom(_) if self.shown.shape == Shape::List => {}
                Asked::Zoom(by) => self.zoom_by(by, walked.seen),
                Asked::Walk(way) | Asked::Gather(way) => {
                    let first = walked.first;
                    let next = match cursor {
                        Some((column, item)) => {
                            let from = Spot { column, minute: 0 };
                            keys::walk(walked.columns, from, item, way)
                        }
                        // What was there may be gone, or no longer selected: one goes on from its place.
                        None => (self.was_at)
                            .and_then(|it| keys::near(walked.columns, it, way))
                            .or_else(|| keys::begin(walked.columns, first)),
                    };
                    if let Some((column, item)) = next {
                        if matches!(asked, Asked::Gather(_)) {
                            let all = scene.selection.iter().chain([item.into()]);
                            scene.push(Action::Select(Selection::many(all)));
                        } else {
                            scene.select(item);
                        }
                        self.cursor = Some((column, item));
                        self.revealed = None;
                    }
                }
                Asked::Move(way) => {
                    if let Some((column, item)) = cursor {
                        self.nudge(scene, walked, column, item, way, QUARTER * times);
                    }
                }
                Asked::MoveALittle(way) => {
                    if let Some((column, item)) = cursor {
                        self.nudge(scene, walked, column, item, way, FIVE * times);
                    }
                }
                Asked::Resize(way) => {
                    if let Some((column, item)) = cursor {
                        stretch(scene, walked.columns, column, item, way, QUARTER * times);
                    }
                }
            }
        }
    }

    /// The item the keys are at: the one selected last, in the column where it was last.
    fn cursor(&self, scene: &Scene<'_>, walked: &Walked<'_>) -> Option<(usize, ItemId)> {
        let item = ItemId::try_from(scene.selection.primary()?).ok()?;
        let stands = |at: usize| {
            walked
                .columns
                .get(at)
                .is_some_and(|it| it.find(item).is_some())
        };
        self.cursor
            .filter(|(column, it)| *it == item && stands(*column))
            .map(|(column, _)| column)
            .or_else(|| (0..walked.columns.len()).find(|at| stands(*at)))
            .map(|column| (column, item))
    }

    /// Makes a new item: after the one the keys are at, or else in the first column that one sees.
    fn draw_after(
        &mut self,
        scene: &Scene<'_>,
        kept: &Kept,
        walked: &Walked<'_>,
        cursor: Option<(usize, ItemId)>,
    ) {
        let after = cursor.and_then(|(at, item)| {
            let until = walked.columns.get(at)?.find(item)?.until;
            Some((at, until.min(DAY - QUARTER)))
        });
        let morning = scene.mission.settings.day_from;
        let (column, from) = after.unwrap_or_else(|| {
            let first = walked.first;
            (first, i32::from(morning.hour()) * 60)
        });
        let until = from + i32::from(HALF_HOUR.get());
        self.draw(scene, kept, walked.columns, column, from, until);
    }

    /// Moves what is selected by a step, by a day, or to the next lane.
    fn nudge(
        &mut self,
        scene: &Scene<'_>,
        walked: &Walked<'_>,
        column: usize,
        item: ItemId,
        way: Way,
        step: i32,
    ) {
        let mission = scene.mission;
        let Some((it, slot)) = walked
            .columns
            .get(column)
            .zip(mission.item(item).and_then(|it| it.slot()))
        else {
            return;
        };
        let is_free = |id: &ItemId| {
            mission
                .item(*id)
                .is_some_and(|it| !it.is_locked() && it.slot().is_some())
        };
        if !is_free(&item) {
            return;
        }
        let others = scene
            .selection
            .iter()
            .filter_map(|it| ItemId::try_from(it).ok())
            .filter(|it| *it != item && is_free(it))
            .collect();
        let was = Spot {
            column,
            minute: drag::start_in(it, slot),
        };
        let held = Held {
            lead: item,
            others,
            was: Some(was),
            minutes: i32::from(slot.minutes().get()),
            grip: 0,
        };
        let target = match way {
            Way::Up => Spot {
                minute: drag::end_in(it, was.minute, -step),
                ..was
            },
            Way::Down => Spot {
                minute: drag::end_in(it, was.minute, step),
                ..was
            },
            Way::Left | Way::Right => match beside(walked.columns, column, item, way) {
                Some(column) => Spot { column, ..was },
                None => return,
            },
        };
        if let Some(edit) = drag::put_down(mission, walked.columns, &held, target) {
            scene.edit(edit);
            self.cursor = Some((target.column, item));
            self.revealed = None;
        }
    }

    /// Notices that something else was selected elsewhere, and goes to the day it is on.
    pub(super) fn follow_selection(&mut self, scene: &Scene<'_>) {
        let primary = scene.selection.primary();
        if self.hand != Hand::Free {
            return;
        }
        let slot = primary
            .and_then(|it| ItemId::try_from(it).ok())
            .and_then(|it| scene.mission.item(it))
            .and_then(|it| it.slot());
        // What goes to another time elsewhere, by a suggestion or in the inspector, stays in sight, too.
        let stands = primary.zip(slot.map(|it| it.start()));
        let stood = std::mem::replace(&mut self.stood, stands);
        if stood != stands && stood.map(|(it, _)| it) == primary {
            self.revealed = None;
        }
        if primary == self.revealed {
            return;
        }
        let Some(slot) = slot else {
            self.revealed = primary;
            return;
        };
        self.stop_hiding(scene, primary);
        let day = scene.mission.zone_on(slot.day()).local(slot.start()).date();
        let has_walked = self
            .cursor
            .is_some_and(|(_, it)| Some(AnyId::from(it)) == primary);
        if self.shown.shape == Shape::Lanes && !has_walked {
            self.shown.day = Some(day);
        }
    }
}

/// The column to which an item goes that is moved to a side: the next day, or the next lane of somebody who does not
/// attend it yet.
fn beside(columns: &[Column], from: usize, item: ItemId, way: Way) -> Option<usize> {
    let takes = |at: &usize| {
        let lane = columns
            .get(*at)
            .filter(|it| matches!(it.lane, Lane::Delegate(_)));
        lane.is_none_or(|it| it.find(item).is_none())
    };
    match way {
        Way::Left => (0..from).rev().find(takes),
        _ => (from + 1..columns.len()).find(takes),
    }
}

/// Up and down pull at the end of an item, left and right at its start.
fn stretch(
    scene: &Scene<'_>,
    columns: &[Column],
    column: usize,
    item: ItemId,
    way: Way,
    step: i32,
) {
    let Some((it, found)) = columns.get(column).zip(scene.mission.item(item)) else {
        return;
    };
    let Some(slot) = found.slot().filter(|_| !found.is_locked()) else {
        return;
    };
    let from = drag::start_in(it, slot);
    let until = drag::end_in(it, from, i32::from(slot.minutes().get()));
    let (from, until) = match way {
        Way::Up => (from, until - step),
        Way::Down => (from, until + step),
        Way::Left => (from - step, until),
        Way::Right => (from + step, until),
    };
    if from < until
        && let Some(edit) = hold::resize(scene, it, item, from, until)
    {
        scene.edit(edit);
    }
}
