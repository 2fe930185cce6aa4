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

/// How wide days with their hours stand.
const WHEN: f32 = 92.0;
/// What lies between two heads, at least.
const BETWEEN: f32 = 14.0;
/// Meetings with their hours stand no narrower than this.
const LEAST: f32 = 190.0;

/// Where the columns stand, from the left edge of a row.
struct Columns {
    /// Where the hours begin, behind the titles.
    when: f32,
    /// The middle of each column of marks, and how wide it is.
    marks: Vec<(f32, f32)>,
}

impl Columns {
    /// Of heads that wide, in a row of a width: each head is read whole while there is room for it.
    fn new(heads: &[f32], width: f32) -> Self {
        let count = heads.len().max(1) as f32;
        let least: f32 = heads.iter().map(|it| it + BETWEEN).sum();
        let wanted = (width * 0.36).clamp(LEAST, 420.0);
        let named = wanted.min(width - least).max(LEAST);
        let (spare, room) = (width - named - least, width - named);
        let mut left = named;
        let mark = |head: &f32| {
            let wide = if spare < 0.0 {
                room / count
            } else {
                head + BETWEEN + spare / count
            };
            left += wide;
            (left - wide / 2.0, wide)
        };
        Self {
            marks: heads.iter().map(mark).collect(),
            when: named - WHEN,
        }
    }
}

/// Draws the grid.
pub fn grid_ui(ui: &mut Ui, scene: &Scene<'_>, picture: &Picture) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    card_title(ui, picture.question);
    let width = ui.available_width();
    let states = picture.ready.first().map(|it| it.states.as_slice());
    let names = states.unwrap_or_default().iter().map(|(name, _)| *name);
    let font = theme::font(SMALL, MEDIUM);
    let ink = theme.secondary;
    let wide = |name: &str| {
        let painter = ui.painter();
        let galley = painter.layout_no_wrap(name.to_owned(), font.clone(), ink);
        galley.size().x
    };
    let heads: Vec<f32> = names.clone().map(wide).collect();
    let columns = Columns::new(&heads, width);

    let (head, _) = ui.allocate_exact_size(vec2(width, HEAD), Sense::hover());
    for (x, words) in [(0.0, "Meeting"), (columns.when, "When")] {
        let at = pos2(head.left() + x, head.center().y);
        ui.painter()
            .text(at, Align2::LEFT_CENTER, words, font.clone(), ink);
    }
    for (name, (middle, wide)) in names.zip(&columns.marks) {
        let at = pos2(head.left() + middle, head.center().y);
        let words = paint::elided(ui.painter(), name, font.clone(), ink, wide - 4.0);
        let corner = at - words.size() / 2.0;
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
        if row_ui(ui, ready, &columns, is_last) {
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

fn row_ui(ui: &mut Ui, ready: &Ready, columns: &Columns, is_last: bool) -> bool {
    let theme = Theme::of(ui);
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.pointed_at());
    }
    paint::left(
        ui.painter(),
        rect.left_center(),
        &ready.title,
        theme::font(BODY, MEDIUM),
        theme.text,
        columns.when - 8.0,
    );
    ui.painter().text(
        pos2(rect.left() + columns.when, rect.center().y),
        Align2::LEFT_CENTER,
        &ready.when,
        theme::regular(BODY),
        theme.secondary,
    );
    for ((name, state), (middle, _)) in ready.states.iter().zip(&columns.marks) {
        let at = pos2(rect.left() + middle, rect.center().y);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_whole_while_there_is_room_and_share_alike_where_there_is_none() {
        let heads = [57.0, 32.0, 70.0, 30.0, 66.0, 62.0, 58.0, 42.0];
        for width in [740.0, 904.0, 1300.0] {
            let columns = Columns::new(&heads, width);
            for (head, (_, wide)) in heads.iter().zip(&columns.marks) {
                assert!(*head + 4.0 < *wide, "{width}: {head} in {wide}");
            }
        }
        let columns = Columns::new(&heads, 540.0);
        let (middle, wide) = columns.marks[7];
        assert!((middle + wide / 2.0 - 540.0).abs() < 0.1);
        assert_eq!(columns.when, LEAST - WHEN);
    }
}
