//! The delegation in its order of precedence, which one changes by dragging or by keys.

use egui::{
    Align2, CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense,
    Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::{
    edit::{self, Visit, people},
    model::{
        day_words,
        entity::Entity,
        id::{AnyId, PersonId},
        person::Person,
    },
    view::{paint, scene::Scene},
    widget::{
        self, chips,
        icon::{self, Icon},
        table, text,
        theme::{self, BODY, HIT, MARGIN, MEDIUM, ROW, SMALL, Theme},
    },
};

/// The height of the head.
const HEADER: f32 = 32.0;

/// What the order keeps between frames.
#[derive(Debug, Default)]
pub struct Order {
    /// Who is being dragged.
    dragged: Option<PersonId>,
    /// Who was selected in the last frame: once brought into sight, they may be scrolled away.
    revealed: Option<AnyId>,
    /// How far it was scrolled in the last frame.
    scrolled: f32,
}

/// Where the columns of a row stand.
#[derive(Clone, Copy)]
struct Columns {
    name: f32,
    title: Option<f32>,
    class: f32,
    since: Option<f32>,
    why: f32,
    right: f32,
}

impl Columns {
    fn of(area: Rect) -> Self {
        let (left, right) = (area.left(), area.right() - MARGIN);
        let why = (area.width() * 0.26).clamp(150.0, 280.0);
        let since = (660.0 < area.width()).then_some(right - why - 130.0);
        let class = since.unwrap_or(right - why) - 76.0;
        let name = left + 84.0;
        let title = (820.0 < area.width()).then_some(name + (class - name) * 0.46);
        Self {
            name,
            title,
            class,
            since,
            why: right - why,
            right,
        }
    }
}

impl Order {
    /// Draws it in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let theme = Theme::of(ui);
        let order = scene.insight.delegation();
        let area = ui.available_rect_before_wrap();
        ui.painter().rect_filled(area, 0.0, theme.surface);
        let columns = Columns::of(area);
        head_ui(ui, area, columns);
        let body = area.with_min_y(area.top() + HEADER);
        let id = Id::unique("order of precedence");
        let keyboard = ui.interact(body, id, Sense::focusable_noninteractive());
        keyboard.widget_info(|| WidgetInfo::labeled(Role::List, true, "Order of precedence"));
        widget::take_free_keyboard(ui, &keyboard);
        keys(ui, scene, &keyboard, order);
        let mut body_ui = ui.new_child(UiBuilder::new().id_salt("order").max_rect(body));
        body_ui.spacing_mut().item_spacing.y = 0.0;
        let mut gap = None;
        let mut scroll = ScrollArea::vertical().id_salt(id).auto_shrink(false);
        if let Some(at) = self.wanted(scene, order) {
            let top = ROW * at as f32;
            let to = widget::into_sight(self.scrolled, body.height(), top, top + ROW);
            scroll = scroll.vertical_scroll_offset(to);
        }
        let drawn = scroll.show_rows(&mut body_ui, ROW, order.len(), |ui, range| {
            for at in range {
                let width = ui.available_width();
                let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
                let Some((id, person)) = order
                    .get(at)
                    .and_then(|id| Some((*id, scene.mission.people.get(*id)?)))
                else {
                    continue;
                };
                self.row_ui(ui, scene, rect, at, id, person, &keyboard, columns);
                gap = gap.or_else(|| self.gap_at(ui, rect, at));
            }
        });
        self.scrolled = drawn.state.clamped_offset().y;
        self.drop_ui(ui, scene, body, order, gap);
        ui.advance_cursor_after_rect(area);
    }

    /// The place of who was selected just now, here or elsewhere, and is to be brought into sight.
    fn wanted(&mut self, scene: &Scene<'_>, order: &[PersonId]) -> Option<usize> {
        let primary = scene.selection.primary();
        let is_other = std::mem::replace(&mut self.revealed, primary) != primary;
        let is_new = is_other || scene.selection.is_sought();
        let mut places = order.iter();
        places.position(|it| is_new && primary == Some((*it).into()))
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "a row is where all of these meet"
    )]
    fn row_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        rect: Rect,
        at: usize,
        id: PersonId,
        person: &Person,
        keyboard: &Response,
        columns: Columns,
    ) {
        let theme = Theme::of(ui);
        let row_id = Id::unique(("delegate", id));
        let row = ui.interact(rect, row_id, Sense::CLICK | Sense::DRAG);
        let is_selected = scene.selection.contains(id);
        let fill = match (is_selected, row.hovered()) {
            _ if self.dragged == Some(id) => Some(theme.quiet),
            (true, _) => Some(theme.accent_soft),
            (false, true) => Some(theme.pointed_at()),
            (false, false) => None,
        };
        if let Some(fill) = fill {
            ui.painter().rect_filled(rect, 0.0, fill);
        }
        let y = rect.bottom() - 0.5;
        ui.painter().hline(rect.x_range(), y, theme.hairline());
        if scene.selection.primary() == Some(id.into()) {
            widget::cursor_ui(ui, rect, row_id, keyboard);
        }
        let said = format!("{}, place {}", Entity::name(person), at + 1);
        row.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &said));
        paint_row(ui, rect, at, person, columns, row.hovered());
        rank_ui(ui, scene, rect, id, person, columns);
        why_ui(ui, scene, rect, id, person, columns);
        if row.clicked() {
            scene.select(id);
            keyboard.request_focus();
        }
        if row.drag_started() {
            self.dragged = Some(id);
        }
        if row.hovered() && self.dragged.is_none() {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
        }
    }

    /// Between which rows the pointer is while somebody is dragged: the number of the row below.
    fn gap_at(&self, ui: &Ui, rect: Rect, at: usize) -> Option<(usize, f32)> {
        self.dragged?;
        let pointer = ui.input(|it| it.pointer.interact_pos())?;
        if !rect.y_range().contains(pointer.y) {
            return None;
        }
        Some(if pointer.y < rect.center().y {
            (at, rect.top())
        } else {
            (at + 1, rect.bottom())
        })
    }

    fn drop_ui(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        body: Rect,
        order: &[PersonId],
        gap: Option<(usize, f32)>,
    ) {
        let Some(dragged) = self.dragged else { return };
        let theme = Theme::of(ui);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        if let Some((_, y)) = gap {
            let line = Stroke::new(2.0, theme.accent);
            ui.painter().hline(body.x_range(), y, line);
        }
        let (released, escaped) =
            ui.input(|it| (it.pointer.any_released(), it.key_pressed(Key::Escape)));
        if !released && !escaped {
            return;
        }
        self.dragged = None;
        let from = order.iter().position(|it| *it == dragged);
        if let (Some((gap, _)), Some(from), false) = (gap, from, escaped) {
            // Taken out, those behind move up by one.
            let place = if from < gap { gap - 1 } else { gap };
            scene.edit_if(people::put_at(scene.mission, order, dragged, place));
        }
    }
}

fn head_ui(ui: &Ui, area: Rect, columns: Columns) {
    let theme = Theme::of(ui);
    let y = area.top() + HEADER / 2.0;
    let titles = [
        (Some(area.left() + 34.0), ""),
        (Some(columns.name), "Name"),
        (columns.title, "Title"),
        (Some(columns.class), "Class"),
        (columns.since, "Since"),
        (Some(columns.why), "Placed by hand because"),
    ];
    for (x, title) in titles {
        let Some(x) = x else { continue };
        let font = theme::font(SMALL, MEDIUM);
        let at = pos2(x, y);
        let room = columns.right - x;
        paint::left(ui.painter(), at, title, font, theme.secondary, room);
    }
    let y = area.top() + HEADER - 0.5;
    ui.painter().hline(area.x_range(), y, theme.hairline());
}

fn paint_row(ui: &Ui, rect: Rect, at: usize, person: &Person, columns: Columns, hovered: bool) {
    let theme = Theme::of(ui);
    let y = rect.center().y;
    if hovered {
        let grip = pos2(rect.left() + 12.0, y);
        icon::paint(ui.painter(), grip, Icon::GripVertical, 14.0, theme.faint);
    }
    let number = pos2(rect.left() + 42.0, y);
    let font = theme::regular(BODY);
    let painter = ui.painter();
    let place = at + 1;
    painter.text(
        number,
        Align2::RIGHT_CENTER,
        place,
        font.clone(),
        theme.secondary,
    );
    let round = Rect::from_center_size(pos2(rect.left() + 64.0, y), vec2(24.0, 24.0));
    chips::paint_initials(ui, round, &person.initials());
    let name = Entity::name(person);
    let until = columns.title.unwrap_or(columns.class);
    let room = until - columns.name - 12.0;
    let medium = theme::font(BODY, MEDIUM);
    paint::left(
        painter,
        pos2(columns.name, y),
        &name,
        medium,
        theme.text,
        room,
    );
    if let Some(x) = columns.title {
        let room = columns.class - x - 12.0;
        paint::left(
            painter,
            pos2(x, y),
            &person.title,
            font,
            theme.secondary,
            room,
        );
    }
}

/// The class and since when, typed where they stand.
fn rank_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    row: Rect,
    id: PersonId,
    person: &Person,
    columns: Columns,
) {
    let name = Entity::name(person);
    let rect = |x: f32, width: f32| {
        Rect::from_min_size(pos2(x, row.center().y - HIT / 2.0), vec2(width, HIT))
    };
    let mut changed = person.clone();
    let mut visit = None;
    let mut class_ui = ui.new_child(
        UiBuilder::new()
            .id_salt(("class", id))
            .max_rect(rect(columns.class, 56.0)),
    );
    let shown = |it: &u32| match it {
        0 => String::new(),
        class => class.to_string(),
    };
    let read = |text: &str| match text.trim() {
        "" => Some(0),
        text => text.parse().ok(),
    };
    let label = format!("Class of {name}");
    let class = person.precedence.class;
    let typed = text::typed(&mut class_ui, &label, 40.0, &class, shown, read);
    if let Some(class) = typed.value {
        changed.precedence.class = class;
        visit = Some(text::visit(ui, &typed.response));
    }
    if let Some(x) = columns.since {
        let mut since_ui = ui.new_child(
            UiBuilder::new()
                .id_salt(("since", id))
                .max_rect(rect(x, 120.0)),
        );
        let shown = |it: &Option<jiff::civil::Date>| {
            it.map_or_else(String::new, |it| it.strftime("%-d %b %Y").to_string())
        };
        let read = |text: &str| match text.trim() {
            "" => Some(None),
            text => day_words::parse_day(text, scene.today).map(Some),
        };
        let label = format!("Since when {name} holds the office");
        let since = person.precedence.since;
        let typed = text::typed(&mut since_ui, &label, 104.0, &since, shown, read);
        if let Some(since) = typed.value {
            changed.precedence.since = since;
            visit = Some(text::visit(ui, &typed.response));
        }
    }
    if let Some(visit) = visit {
        let edit = edit::entity::change(scene.mission, id, changed);
        scene.edit(edit.during(Visit(visit)));
    }
}

/// Why somebody was placed by hand, and the button that lets the rules place them again.
fn why_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    row: Rect,
    id: PersonId,
    person: &Person,
    columns: Columns,
) {
    let pin = person.delegate.as_ref().and_then(|it| it.pinned.as_ref());
    let Some(pin) = pin else { return };
    let name = Entity::name(person);
    let rect = Rect::from_min_max(
        pos2(columns.why, row.center().y - HIT / 2.0),
        pos2(columns.right, row.center().y + HIT / 2.0),
    );
    let mut ui = ui.new_child(
        UiBuilder::new()
            .id_salt(("why", id))
            .max_rect(rect)
            .layout(egui::Layout::right_to_left(egui::Align::Center)),
    );
    ui.spacing_mut().item_spacing.x = 2.0;
    let unpin = icon::button(
        &mut ui,
        Icon::PinOff,
        &format!("Let the rules place {name}"),
    );
    if unpin.clicked() {
        scene.edit(people::unpin(scene.mission, id));
    }
    let mut reason = pin.reason.clone();
    let label = format!("Why {name} stands there");
    let response = text::line(&mut ui, &label, &mut reason, "Say why");
    if response.changed() {
        let visit = Visit(text::visit(&ui, &response));
        scene.edit(people::say_why(scene.mission, id, &reason).during(visit));
    }
}

fn keys(ui: &Ui, scene: &Scene<'_>, keyboard: &Response, order: &[PersonId]) {
    if !keyboard.has_focus() {
        return;
    }
    let arrows = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(keyboard.id, arrows));
    let selected = scene.selection.primary();
    let place = order.iter().position(|it| selected == Some((*it).into()));
    let pressed = |modifiers, key| ui.input_mut(|it| it.consume_key(modifiers, key));
    if let Some((place, id)) = place.and_then(|at| Some((at, *order.get(at)?))) {
        if pressed(Modifiers::ALT, Key::ArrowUp) && 0 < place {
            return scene.edit_if(people::put_at(scene.mission, order, id, place - 1));
        }
        if pressed(Modifiers::ALT, Key::ArrowDown) {
            return scene.edit_if(people::put_at(scene.mission, order, id, place + 1));
        }
    }
    let last = order.len().saturating_sub(1);
    let step = |place: Option<usize>, (step, _)| {
        // From nowhere the first step down leads to the first.
        let from = place.map_or(-1, |it| isize::try_from(it).unwrap_or(isize::MAX));
        let to = usize::try_from(from.saturating_add(step)).unwrap_or(0);
        Some(to.min(last))
    };
    let steps = table::steps(ui);
    let moved = !steps.is_empty();
    let to = steps.into_iter().fold(place, step).filter(|_| moved);
    if let Some(id) = to.and_then(|it| order.get(it)) {
        scene.select(*id);
    }
}
