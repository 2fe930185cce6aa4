//! What is in a hand: shown where it would go, with what would go wrong, and put down there.

use egui::{CursorIcon, Pos2, Rect, Ui};

use super::{
    Preview, ScheduleView, block,
    canvas::Canvas,
    columns::{Column, Lane},
    create,
    drag::{self, Held, Spot, Target},
    face,
    kept::Kept,
    packing::Seat,
    pointer,
    time_grid::length,
};
use crate::{
    edit::{self, Edit},
    model::item::ItemId,
    view::{
        clash::{self, Clash},
        scene::{Action, Scene, Selection},
    },
    widget::theme::Theme,
};

impl ScheduleView {
    #[expect(
        clippy::too_many_arguments,
        reason = "a hand holds something somewhere over something, in a scene"
    )]
    pub(super) fn hold(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        kept: &Kept,
        canvas: &Canvas<'_>,
        tray: Rect,
        held: &Held,
        at: Pos2,
        step: i32,
        is_over: bool,
    ) {
        let is_copy = ui.input(|it| it.modifiers.command) && held.was.is_some();
        let target = if tray.contains(at) {
            Target::Tray
        } else if canvas.is_near(at) {
            let spot = held.target(canvas.spot(at), step);
            let column = canvas.columns.get(spot.column);
            let minute = column.map_or(spot.minute, |it| drag::on_the_clock(it, spot.minute));
            Target::At(Spot { minute, ..spot })
        } else {
            Target::Nowhere
        };
        self.look_ahead(scene, canvas.columns, held, target, is_copy);
        let clash = self
            .preview
            .as_ref()
            .map(|it| it.clash.clone())
            .unwrap_or_default();
        ui.ctx().set_cursor_icon(match target {
            Target::Nowhere => CursorIcon::NoDrop,
            Target::At(_) | Target::Tray if is_copy => CursorIcon::Copy,
            Target::At(_) | Target::Tray => CursorIcon::Grabbing,
        });
        match target {
            Target::Tray => {
                let title = if held.was.is_some() {
                    "Without a time"
                } else {
                    "Stays without a time"
                };
                pointer::say(ui, at, title, &Clash::default());
            }
            Target::Nowhere => {
                pointer::say(ui, at, "Let go to leave it as it is", &Clash::default())
            }
            Target::At(spot) => {
                let Some(column) = canvas.columns.get(spot.column) else {
                    return;
                };
                let until = drag::end_in(column, spot.minute, held.minutes);
                paint_ghosts(ui, scene, kept, canvas, held, spot, &clash);
                let mut title = face::times(spot.minute, until);
                title = format!("{} · {title}", column.title);
                if is_copy {
                    title.push_str(" · copy");
                } else if drag::is_in_it_already(canvas.columns, held, spot) {
                    title.push_str(" · is in it already");
                }
                if !held.others.is_empty() {
                    title.push_str(&format!(" · {} items", held.others.len() + 1));
                }
                pointer::say(ui, at, &title, &clash);
            }
        }
        if !is_over {
            return;
        }
        let moved_nowhere = Some(target) == held.was.map(Target::At);
        if let Some(edit) = self.preview.take().and_then(|it| it.edit)
            && (is_copy || !moved_nowhere)
        {
            if is_copy || held.was.is_none() {
                let about = edit.about.clone();
                scene.edit(edit);
                scene.push(Action::Select(Selection::many(about.into_iter().rev())));
            } else {
                scene.edit(edit);
            }
        }
        // What was put into the tray is seen there.
        if target == Target::Tray {
            self.tray_asked_open = Some(true);
        }
        // An item that was handed over stands in another lane now.
        if let Target::At(spot) = target {
            self.cursor = Some((spot.column, held.lead));
        }
    }

    /// Works out what would happen, once for each place that the hand points at.
    fn look_ahead(
        &mut self,
        scene: &Scene<'_>,
        columns: &[Column],
        held: &Held,
        target: Target,
        is_copy: bool,
    ) {
        let is_known = self.preview.as_ref().is_some_and(|it| {
            it.target == target && it.version == scene.version && it.is_copy == is_copy
        });
        if is_known {
            return;
        }
        let mission = scene.mission;
        let edit = match target {
            Target::Tray => held
                .was
                .map(|_| edit::schedule::unschedule_all(mission, &held.all())),
            Target::At(spot) if is_copy => Some(create::copies(scene, columns, held, spot)),
            Target::At(spot) => drag::put_down(mission, columns, held, spot),
            Target::Nowhere => None,
        };
        let clash = match (&edit, target) {
            (Some(edit), Target::At(_)) => clash::of(scene.insight, &edit.next, &edit.about),
            (None, _) | (_, Target::Tray | Target::Nowhere) => Clash::default(),
        };
        self.preview = Some(Preview {
            target,
            version: scene.version,
            is_copy,
            edit,
            clash,
        });
    }

    /// What would go wrong with an item that is drawn so, worked out once for each stretch.
    pub(super) fn clash_of_drawn(
        &mut self,
        scene: &Scene<'_>,
        kept: &Kept,
        column: &Column,
        from: i32,
        until: i32,
    ) -> Clash {
        let target = stretch_of(from, until);
        let known = self.preview.take();
        let known = known.filter(|it| (it.target, it.version) == (target, scene.version));
        let preview = known.unwrap_or_else(|| {
            let lens = self.shown.lens;
            let (id, edit) = create::in_column(scene, kept.whose(), lens, column, from, until);
            Preview {
                target,
                version: scene.version,
                is_copy: false,
                clash: clash::of(scene.insight, &edit.next, &[id.into()]),
                edit: None,
            }
        });
        self.preview.insert(preview).clash.clone()
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "an end of an item is pulled in a column, in a scene"
    )]
    pub(super) fn stretch(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        canvas: &Canvas<'_>,
        item: ItemId,
        column: usize,
        (from, until): (i32, i32),
        at: Pos2,
        is_over: bool,
    ) {
        let Some(it) = canvas.columns.get(column) else {
            return;
        };
        let Some(edit) = resize(scene, it, item, from, until) else {
            return;
        };
        let target = stretch_of(from, until);
        let is_known = self
            .preview
            .as_ref()
            .is_some_and(|it| it.target == target && it.version == scene.version);
        if !is_known {
            self.preview = Some(Preview {
                target,
                version: scene.version,
                is_copy: false,
                clash: clash::of(scene.insight, &edit.next, &[item.into()]),
                edit: None,
            });
        }
        let clash = self
            .preview
            .as_ref()
            .map(|it| it.clash.clone())
            .unwrap_or_default();
        let seat = it.find(item).map(|it| it.seat).unwrap_or_default();
        let rect = canvas.rect(column, from, until, seat);
        let said = face::face(scene.mission, item, it);
        block::ghost(
            ui.painter(),
            Theme::of(ui),
            rect,
            Some(&said),
            clash.colours(Theme::of(ui)),
        );
        let long = length(drag::between(it, from, until));
        let title = format!("{} · {long}", face::times(from, until));
        pointer::say(ui, at, &title, &clash);
        let is_new = it
            .find(item)
            .is_none_or(|it| (it.from, it.until) != (from, until));
        if is_over && is_new {
            scene.edit(edit);
        }
    }
}

/// A stretch of the column in which the hand stays, to tell it from another.
fn stretch_of(from: i32, until: i32) -> Target {
    Target::At(Spot {
        column: usize::try_from(until - from).unwrap_or_default(),
        minute: from,
    })
}

/// The edit that gives an item another start and end in a column.
pub(super) fn resize(
    scene: &Scene<'_>,
    column: &Column,
    item: ItemId,
    from: i32,
    until: i32,
) -> Option<Edit> {
    let slot = scene.mission.item(item)?.slot()?;
    let slot = drag::slot_in(slot, &column.zone, column, from)
        .lasting(drag::length(drag::between(column, from, until)));
    Some(edit::schedule::resize_to(scene.mission, item, slot))
}

/// Where the things in the hand would stand.
fn paint_ghosts(
    ui: &Ui,
    scene: &Scene<'_>,
    kept: &Kept,
    canvas: &Canvas<'_>,
    held: &Held,
    spot: Spot,
    clash: &Clash,
) {
    let theme = Theme::of(ui);
    let colours = clash.colours(theme);
    let seat = |column: usize, item: ItemId| {
        canvas
            .columns
            .get(column)
            .filter(|_| held.was.is_some_and(|was| was.column == column))
            .and_then(|it| it.find(item))
            .map_or_else(Seat::default, |it| it.seat)
    };
    let Some(column) = canvas.columns.get(spot.column) else {
        return;
    };
    let rect = canvas.rect(
        spot.column,
        spot.minute,
        drag::end_in(column, spot.minute, held.minutes),
        seat(spot.column, held.lead),
    );
    let said = face::face(scene.mission, held.lead, column);
    block::ghost(ui.painter(), theme, rect, Some(&said), colours);
    let slots = drag::slots(scene.mission, canvas.columns, held, spot);
    for (item, slot) in slots.iter().filter(|(id, _)| *id != held.lead) {
        let day = kept
            .whose()
            .zone(scene.mission, slot.day())
            .local(slot.start())
            .date();
        let at = canvas
            .columns
            .iter()
            .position(|it| it.day == day && (it.lane == Lane::Day || it.find(*item).is_some()));
        if let Some(at) = at
            && let Some(column) = canvas.columns.get(at)
        {
            let from = drag::start_in(column, slot);
            let until = drag::end_in(column, from, i32::from(slot.minutes().get()));
            let rect = canvas.rect(at, from, until, seat(at, *item));
            let said = face::face(scene.mission, *item, column);
            block::ghost(ui.painter(), theme, rect, Some(&said), colours);
        }
    }
}
