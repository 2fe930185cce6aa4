//! Hands on the grid: what is clicked, taken, drawn and put down.

use egui::{CursorIcon, Key, Modifiers, Pos2, Rect, Response, Ui};

use super::{
    ScheduleView, block,
    canvas::{Canvas, EDGE},
    columns::{Column, Placed},
    create,
    drag::{self, Hand, Held, Spot},
    face,
    grid::grid_id,
    kept::Kept,
    packing::Seat,
    pointer,
    time_grid::{QUARTER, length},
};
use crate::{
    model::{id::AnyId, item::ItemId, slot::HALF_HOUR},
    view::{
        clash::Clash,
        command::Command,
        scene::{Action, Scene, Selection},
    },
    widget::theme::Theme,
};

/// How fast it then does, in points a second.
const SPEED: f32 = 600.0;

/// What may be said to a hand that takes what is locked.
const LOCKED: &str = "Locked: unlock it to move it";

impl ScheduleView {
    /// A block was clicked, taken, or asked for its menu.
    #[expect(
        clippy::too_many_arguments,
        reason = "a block is where it is, in a column, on a grid, in a scene"
    )]
    pub(super) fn block_taken(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        canvas: &Canvas<'_>,
        column: usize,
        placed: Placed,
        rect: Rect,
        response: Response,
    ) {
        let id = placed.item;
        let pointer = ui.input(|it| it.pointer.interact_pos());
        if self.hand == Hand::Free
            && response.hovered()
            && let Some(at) = pointer
            && drag::end_at(rect, at.y).is_some()
        {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeVertical);
        }
        self.block_clicked(ui, scene, column, id, &response);
        if self.hand == Hand::Free && response.drag_started_by(egui::PointerButton::Primary) {
            ui.memory_mut(|it| it.request_focus(grid_id()));
            let from = ui.input(|it| it.pointer.press_origin()).or(pointer);
            if let Some(at) = from {
                self.take(scene, canvas, column, placed, rect, at);
            }
        }
        if self.hand == Hand::Free && response.hovered() {
            let words = || super::tip::of(scene, id);
            response.on_hover_ui(|ui| super::tip::tip_ui(ui, &words()));
        }
    }

    /// A click selects a block or a row of the list, and the other button opens its menu.
    pub(super) fn block_clicked(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        column: usize,
        id: ItemId,
        response: &Response,
    ) {
        if response.clicked() {
            ui.memory_mut(|it| it.request_focus(grid_id()));
            self.click(ui, scene, column, id);
        }
        if response.secondary_clicked()
            && let Some(at) = response.interact_pointer_pos()
        {
            if !scene.selection.contains(id) {
                self.select(scene, column, id);
            }
            self.open_menu(id, grid_id(), at);
        }
    }

    fn click(&mut self, ui: &Ui, scene: &Scene<'_>, column: usize, id: ItemId) {
        let modifiers = ui.input(|it| it.modifiers);
        if modifiers.command {
            scene.push(Action::Select(scene.selection.toggled(id.into())));
            self.cursor = Some((column, id));
            self.revealed = Some(id.into());
        } else if modifiers.shift {
            let all = scene.selection.iter().chain([AnyId::from(id)]);
            scene.push(Action::Select(Selection::many(all)));
            self.cursor = Some((column, id));
            self.revealed = Some(id.into());
        } else {
            self.select(scene, column, id);
        }
    }

    /// Selects one item, where it stands in a column.
    pub(super) fn select(&mut self, scene: &Scene<'_>, column: usize, id: ItemId) {
        scene.select(id);
        self.cursor = Some((column, id));
        self.revealed = Some(id.into());
    }

    fn take(
        &mut self,
        scene: &Scene<'_>,
        canvas: &Canvas<'_>,
        column: usize,
        placed: Placed,
        rect: Rect,
        at: Pos2,
    ) {
        let id = placed.item;
        let Some(item) = scene.mission.item(id) else {
            return;
        };
        let (Some(slot), Some(it)) = (item.slot(), canvas.columns.get(column)) else {
            return;
        };
        if item.is_locked() {
            self.hand = Hand::Stopped(Some(LOCKED));
            return;
        }
        let start = drag::start_in(it, slot);
        let minutes = i32::from(slot.minutes().get());
        if let Some(end) = drag::end_at(rect, at.y) {
            self.hand = Hand::Stretching {
                item: id,
                column,
                end,
                from: start,
                until: drag::end_in(it, start, minutes),
            };
            return;
        }
        if !scene.selection.contains(id) {
            self.select(scene, column, id);
        }
        let others = if scene.selection.contains(id) {
            scene
                .selection
                .iter()
                .filter_map(|it| ItemId::try_from(it).ok())
                .filter(|it| *it != id)
                .filter(|it| {
                    scene
                        .mission
                        .item(*it)
                        .is_some_and(|it| it.slot().is_some() && !it.is_locked())
                })
                .collect()
        } else {
            Vec::new()
        };
        self.hand = Hand::Holding(Held {
            lead: id,
            others,
            was: Some(Spot {
                column,
                minute: start,
            }),
            minutes,
            grip: canvas.spot(at).minute - start,
        });
    }

    /// The empty grid was clicked or drawn on.
    pub(super) fn ground_taken(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        kept: &Kept,
        canvas: &Canvas<'_>,
        ground: &Response,
    ) {
        let Some(at) = ui.input(|it| it.pointer.interact_pos()) else {
            return;
        };
        if ground.double_clicked() {
            let spot = canvas.spot(at);
            let from = spot.minute.div_euclid(QUARTER) * QUARTER;
            let until = from + i32::from(HALF_HOUR.get());
            self.draw(scene, kept, canvas.columns, spot.column, from, until);
        } else if ground.clicked() {
            ground.request_focus();
            scene.push(Action::Select(Selection::none()));
        } else if self.hand == Hand::Free && ground.drag_started_by(egui::PointerButton::Primary) {
            ground.request_focus();
            let from = ui.input(|it| it.pointer.press_origin()).unwrap_or(at);
            self.hand = if ui.input(|it| it.modifiers.shift) {
                Hand::Gathering((from - canvas.origin).to_pos2())
            } else {
                Hand::Drawing(canvas.spot(from))
            };
        }
    }

    pub(super) fn draw(
        &mut self,
        scene: &Scene<'_>,
        kept: &Kept,
        columns: &[Column],
        column: usize,
        from: i32,
        until: i32,
    ) {
        let Some(it) = columns.get(column) else {
            return;
        };
        let (id, edit) = create::in_column(scene, kept.whose(), self.shown.lens, it, from, until);
        scene.edit(edit);
        self.select(scene, column, id);
        // What was drawn wants a name.
        scene.push(Action::Command(Command::EditDetails));
    }

    /// What the hand does in this frame: shows where things would go, and puts them down when it lets go.
    pub(super) fn hand_ui(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        kept: &Kept,
        canvas: &Canvas<'_>,
        tray: Rect,
    ) {
        if self.hand == Hand::Free {
            self.preview = None;
            return;
        }
        let (at, is_down, modifiers) = ui.input(|it| {
            (
                it.pointer.interact_pos(),
                it.pointer.primary_down(),
                it.modifiers,
            )
        });
        if ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape)) {
            self.hand = Hand::Stopped(None);
        }
        let Some(at) = at else {
            if !is_down {
                self.hand = Hand::Free;
            }
            return;
        };
        self.scroll_at_the_edges(ui, canvas.seen, at);
        let step = drag::step(modifiers.shift);
        let is_over = !is_down;
        match self.hand.clone() {
            Hand::Free => {}
            Hand::Stopped(why) => {
                if let Some(why) = why {
                    ui.ctx().set_cursor_icon(CursorIcon::NotAllowed);
                    pointer::say(ui, at, why, &Clash::default());
                }
            }
            Hand::Holding(held) => {
                self.hold(ui, scene, kept, canvas, tray, &held, at, step, is_over);
            }
            Hand::Stretching {
                item,
                column,
                end,
                from,
                until,
            } => {
                ui.ctx().set_cursor_icon(CursorIcon::ResizeVertical);
                let minute = canvas.spot(at).minute;
                let minute = match canvas.columns.get(column) {
                    Some(it) => drag::on_the_clock(it, minute),
                    None => minute,
                };
                let (from, until) = drag::stretched(from, until, end, minute, step);
                self.stretch(ui, scene, canvas, item, column, (from, until), at, is_over);
            }
            Hand::Drawing(anchor) => {
                let minute = canvas.spot(at).minute;
                let (from, until) = drag::drawn(anchor.minute, minute, step);
                let on_the_clock = |minute| {
                    let column = canvas.columns.get(anchor.column);
                    column.map_or(minute, |it| drag::on_the_clock(it, minute))
                };
                let from = on_the_clock(from);
                let until = on_the_clock(until).max(from + step);
                let Some(column) = canvas.columns.get(anchor.column) else {
                    return;
                };
                let clash = self.clash_of_drawn(scene, kept, column, from, until);
                let rect = canvas.rect(anchor.column, from, until, Seat::default());
                let theme = Theme::of(ui);
                let colours = clash.colours(theme);
                block::ghost(ui.painter(), theme, rect, None, colours);
                let long = length(drag::between(column, from, until));
                let title = format!("{} · {long}", face::times(from, until));
                pointer::say(ui, at, &title, &clash);
                if is_over {
                    self.draw(scene, kept, canvas.columns, anchor.column, from, until);
                }
            }
            Hand::Gathering(from) => {
                let rect = Rect::from_two_pos(canvas.origin + from.to_vec2(), at);
                let theme = Theme::of(ui);
                ui.painter().rect(
                    rect,
                    2.0,
                    theme.accent.gamma_multiply(0.1),
                    egui::Stroke::new(1.0, theme.accent),
                    egui::StrokeKind::Inside,
                );
                if is_over {
                    gather(scene, canvas, rect);
                }
            }
        }
        if is_over {
            self.hand = Hand::Free;
            self.preview = None;
        }
    }

    /// A hand near an edge of the grid makes it scroll that way.
    fn scroll_at_the_edges(&mut self, ui: &Ui, seen: Rect, at: Pos2) {
        let is_carrying = matches!(
            self.hand,
            Hand::Holding(_) | Hand::Drawing(_) | Hand::Stretching { .. } | Hand::Gathering(_)
        );
        if !is_carrying || seen.bottom() + EDGE < at.y {
            return;
        }
        let pull = |at: f32, low: f32, high: f32| {
            if at < low + EDGE {
                (at - low - EDGE).max(-EDGE)
            } else if high - EDGE < at {
                (at - high + EDGE).min(EDGE)
            } else {
                0.0
            }
        };
        let moved = egui::vec2(
            pull(at.x, seen.left(), seen.right()),
            pull(at.y, seen.top(), seen.bottom()),
        );
        if moved == egui::Vec2::ZERO || !seen.expand(EDGE).contains(at) {
            return;
        }
        let dt = ui.input(|it| it.stable_dt).min(0.05);
        let to = self.scroll.offset + moved / EDGE * SPEED * dt;
        let most = (self.scroll.content - self.scroll.seen).max(egui::Vec2::ZERO);
        self.scroll.to = Some(to.clamp(egui::Vec2::ZERO, most));
        ui.ctx().request_repaint();
    }
}

/// Selects every item that a rectangle touches.
fn gather(scene: &Scene<'_>, canvas: &Canvas<'_>, rect: Rect) {
    let first = canvas.spot(rect.left_top());
    let last = canvas.spot(rect.right_bottom());
    let mut all: Vec<AnyId> = Vec::new();
    for column in first.column..=last.column {
        let Some(it) = canvas.columns.get(column) else {
            continue;
        };
        for placed in it.between(first.minute, last.minute + 1) {
            if canvas.block(column, placed).intersects(rect) {
                all.push(placed.item.into());
            }
        }
    }
    scene.push(Action::Select(Selection::many(all)));
}
