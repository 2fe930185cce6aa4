//! Are the meetings ready? A row a meeting, a mark for each thing it needs.

use egui::{Align2, CursorIcon, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{
    card_title,
    picture::{MOST, Picture, Ready},
};
use crate::{
    insight::readiness::State,
    view::{
        paint,
        scene::{Action, Page, Scene},
    },
    widget::{
        button, focus_ring,
        icon::{self, Icon},
        say_where,
        theme::{self, BODY, MEDIUM, ROW, SEMIBOLD, SMALL, Theme},
    },
};

/// The height of the line with the names of what is asked.
const HEAD: f32 = 28.0;

/// Draws the grid.
pub fn grid_ui(ui: &mut Ui, scene: &Scene<'_>, picture: &Picture) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    card_title(ui, picture.question);
    let width = ui.available_width();
    let named = (width * 0.36).clamp(130.0, 420.0);
    let title_width = named * 0.6;
    let names: Vec<&str> = picture
        .ready
        .first()
        .map(|it| it.states.iter().map(|(name, _)| *name).collect())
        .unwrap_or_default();
    let cell = (width - named) / names.len().max(1) as f32;

    let (head, _) = ui.allocate_exact_size(vec2(width, HEAD), Sense::hover());
    let font = theme::font(SMALL, MEDIUM);
    let ink = theme.secondary;
    for (x, words) in [(0.0, "Meeting"), (title_width, "When")] {
        let at = pos2(head.left() + x, head.center().y);
        ui.painter()
            .text(at, Align2::LEFT_CENTER, words, font.clone(), ink);
    }
    for (at, name) in names.iter().enumerate() {
        let x = head.left() + named + cell * (at as f32 + 0.5);
        let words = paint::elided(ui.painter(), name, font.clone(), ink, cell - 6.0);
        let corner = pos2(x, head.center().y) - words.size() / 2.0;
        ui.painter().galley(corner, words, ink);
    }
    ui.painter()
        .hline(head.x_range(), head.bottom() - 0.5, theme.hairline());

    for (at, ready) in picture.ready.iter().enumerate() {
        let size = vec2(width, ROW);
        let rect = Rect::from_min_size(ui.cursor().min, size);
        if !ui.is_rect_visible(rect) {
            ui.allocate_exact_size(size, Sense::hover());
            continue;
        }
        let is_last = at + 1 == picture.ready.len();
        if row_ui(ui, ready, title_width, named, cell, is_last) {
            scene.jump(ready.id);
        }
    }
    if MOST < picture.asked {
        let words = format!("All {} meetings", picture.asked);
        if button::link(ui, &words).clicked() {
            scene.push(Action::Go(Page::Meetings));
        }
    }
}

fn row_ui(ui: &mut Ui, ready: &Ready, title: f32, named: f32, cell: f32, is_last: bool) -> bool {
    let theme = Theme::of(ui);
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.pointed_at());
    }
    let painter = ui.painter().with_clip_rect(
        rect.with_max_x(rect.left() + title - 8.0)
            .intersect(ui.clip_rect()),
    );
    painter.text(
        rect.left_center(),
        Align2::LEFT_CENTER,
        &ready.title,
        theme::font(BODY, MEDIUM),
        theme.text,
    );
    ui.painter().text(
        pos2(rect.left() + title, rect.center().y),
        Align2::LEFT_CENTER,
        &ready.when,
        theme::regular(BODY),
        theme.secondary,
    );
    for (at, (name, state)) in ready.states.iter().enumerate() {
        let x = rect.left() + named + cell * (at as f32 + 0.5);
        let at = pos2(x, rect.center().y);
        let mark = Rect::from_center_size(at, vec2(24.0, 24.0));
        let cell_ui = ui.new_child(
            UiBuilder::new()
                .id_salt((ready.id, name))
                .max_rect(mark)
                .accessibility_parent(response.id)
                .accessibility_role(Role::Cell),
        );
        say_where(&cell_ui, mark);
        mark_ui(&cell_ui, at, name, *state, ready);
    }
    if !is_last {
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    }
    focus_ring(ui, &response);
    let said = format!("{}, {}", ready.title, ready.when);
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &said));
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// A tick or a mark of exclamation in a soft round, with words for who does not see it.
fn mark_ui(ui: &Ui, at: egui::Pos2, name: &str, state: State, ready: &Ready) {
    let theme = Theme::of(ui);
    let (words, colours) = match state {
        State::Ready => ("ready", Some((theme.good, theme.good_soft))),
        State::ToDo => ("to do", Some((theme.warning, theme.warning_soft))),
        State::Missing => ("missing", Some((theme.error, theme.error_soft))),
        State::NotNeeded => ("not needed", None),
    };
    let words = match (name, state) {
        ("In time", State::Missing) => "somebody cannot be there in time",
        ("In time", State::NotNeeded) => "no time yet",
        ("Held", State::Ready) => "yes",
        ("Record", State::Ready) => "written",
        ("Follow-ups", State::Ready) => "made",
        ("Held", State::Missing) => "nobody has said that it was",
        ("Record", State::Missing) => "not written yet",
        ("Follow-ups", State::ToDo) => "something was promised, and none is made of it",
        ("Follow-ups", State::NotNeeded) => "nothing was promised",
        _ => words,
    };
    let rect = Rect::from_center_size(at, vec2(24.0, 24.0));
    let id = ui.scope_id().with((ready.id, name));
    let response = ui.interact(rect, id, Sense::hover());
    match colours {
        Some((ink, soft)) => {
            ui.painter().circle_filled(at, 9.0, soft);
            if state == State::Ready {
                icon::paint(ui.painter(), at, Icon::Check, 12.0, ink);
            } else {
                let font = theme::font(SMALL, SEMIBOLD);
                ui.painter().text(at, Align2::CENTER_CENTER, "!", font, ink);
            }
        }
        None => {
            let font = theme::regular(BODY);
            ui.painter()
                .text(at, Align2::CENTER_CENTER, "–", font, theme.faint);
        }
    }
    let said = format!("{name}: {words}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    response.on_hover_text(said);
}
