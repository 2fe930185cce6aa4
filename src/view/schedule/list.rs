//! The list: the agenda as text, as it will be printed, day by day.

use egui::{
    Align2, Id, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::{
    ScheduleView,
    agenda::{Agenda, BETWEEN, DAY, ITEM, Line, Place},
    block,
    columns::{Column, Placed},
    face,
    grid::{block_id, grid_id},
    kept::Kept,
    look,
    row_times::RowTimes,
    travel_band::Fit,
    walk::Walked,
};
use crate::{
    model::{day_words, item::ItemId, mission::Level},
    view::scene::{Action, Clocks, Scene, Selection},
    widget::{
        into_sight, row_ring,
        theme::{self, GRID, MEDIUM, SEMIBOLD, SMALL, Theme},
    },
};

/// The width of the times of an item: even `Mon 20:00 – 00:40 New York` is whole there, and the title has room
/// beside it in the smallest window with the largest text.
const TIMES: f32 = 172.0;
/// The width of the mark of how an item stands.
const MARK: f32 = 14.0;
/// Between the mark and the words.
const INDENT: f32 = 12.0;

impl ScheduleView {
    pub(super) fn list_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, kept: &mut Kept, rect: Rect) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(rect, 0.0, theme.surface);
        ui.painter()
            .hline(rect.x_range(), rect.top() + 0.5, theme.hairline());
        // It holds the keyboard for its rows, as the grid does for its blocks.
        let ground = ui.interact(rect, grid_id(), Sense::click());
        ground.widget_info(|| {
            let name = "Agenda: arrows walk, Alt and arrows move";
            WidgetInfo::labeled(Role::List, true, name)
        });
        if ground.clicked() {
            ground.request_focus();
            scene.push(Action::Select(Selection::none()));
        }
        let agenda = kept.agenda(scene.mission);
        let total = agenda.height + theme::MARGIN;
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("schedule list"));
        child.shrink_clip_rect(rect);
        child.spacing_mut().scroll.content_margin = egui::Margin::ZERO;
        child.spacing_mut().scroll.fade.strength = 0.0;
        let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("agenda");
        if let Some(y) = self.line_to_show(scene, kept, &agenda, rect) {
            area = area.vertical_scroll_offset(y);
        }
        let shown = area.show_viewport(&mut child, |ui, seen| {
            let width = ui.available_width();
            let (content, _) = ui.allocate_exact_size(vec2(width, total), Sense::hover());
            for (place, line) in agenda.from(seen.top()) {
                if seen.bottom() < place.top {
                    break;
                }
                let Some(column) = kept.columns.get(place.column) else {
                    continue;
                };
                let at = pos2(content.left(), content.top() + place.top);
                let between = Rect::from_min_size(at, vec2(width, BETWEEN));
                match line {
                    Line::Head => heading_ui(ui, scene, at, width, column, agenda.has_one_clock),
                    Line::Item(placed) => {
                        let rect = Rect::from_min_size(at, vec2(width, ITEM));
                        self.row_ui(ui, scene, rect, place.column, column, placed);
                    }
                    Line::Free(words) => between_ui(ui, theme, between, place, words, None),
                    Line::Way(words, fit) => {
                        between_ui(ui, theme, between, place, words, Some(*fit));
                    }
                }
            }
        });
        self.scroll.list_at = Some(shown.state.clamped_offset().y);
        self.list_keys(ui, scene, kept, &agenda, rect, &ground);
    }

    /// What the keys do in it: the same as on the grid.
    fn list_keys(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        kept: &mut Kept,
        agenda: &Agenda,
        rect: Rect,
        ground: &Response,
    ) {
        let down = self.scroll.list_at.unwrap_or_default();
        let mut seen = agenda.from(down).filter(|(it, _)| down <= it.top);
        let first = seen.find(|(_, it)| matches!(it, Line::Item(_)));
        let place = |column: usize, placed: &Placed| {
            let top = agenda.top_of(column, placed.item)?;
            let at = pos2(rect.left(), rect.top() + top - down);
            Some(Rect::from_min_size(at, vec2(rect.width(), ITEM)))
        };
        let columns = std::mem::take(&mut kept.columns);
        let walked = Walked {
            columns: &columns,
            first: first.map_or(0, |(it, _)| it.column),
            seen: rect,
            place: &place,
        };
        self.keys_ui(ui, scene, kept, &walked, ground);
        kept.columns = columns;
    }

    /// Where to scroll to: to what was selected last, and at the first look to today.
    fn line_to_show(
        &mut self,
        scene: &Scene<'_>,
        kept: &Kept,
        agenda: &Agenda,
        rect: Rect,
    ) -> Option<f32> {
        let at = self.scroll.list_at.unwrap_or_default();
        let primary = scene.selection.primary();
        if std::mem::replace(&mut self.revealed, primary) != primary
            && let Some(item) = primary.and_then(|it| ItemId::try_from(it).ok())
        {
            let column = self.cursor.filter(|(_, it)| *it == item).map(|(at, _)| at);
            let mut columns = column.into_iter().chain(kept.columns_of(item));
            let top = columns.find_map(|it| agenda.top_of(it, item))?;
            // What stands before it and after it is of use, and so is the head of its day.
            let (from, until) = (top - DAY, top + 2.0 * ITEM);
            return Some(into_sight(at, rect.height(), from, until));
        }
        let is_today = |it: &Column| it.day == scene.today;
        let is_first_look = self.scroll.list_at.is_none();
        let today = kept.columns.iter().position(is_today);
        agenda.top_of_day(today.filter(|_| is_first_look)?)
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        rect: Rect,
        nth: usize,
        column: &Column,
        placed: &Placed,
    ) {
        let Some(item) = scene.mission.item(placed.item) else {
            return;
        };
        let theme = Theme::of(ui);
        let painter = ui.painter().clone();
        let response = ui.interact(rect, block_id(nth, placed.item), Sense::CLICK);
        let said = face::face(scene.mission, placed.item, column);
        let is_selected = scene.selection.contains(placed.item);
        let Some(slot) = item.slot() else {
            return;
        };
        let times = RowTimes::of(scene.mission, scene.clocks, column, slot);
        let status = look::status(item);
        response.widget_info(|| {
            let name = format!("{}, {}, {status}", said.title, times.in_words());
            WidgetInfo::selected(Role::Button, true, is_selected, name)
        });
        if is_selected {
            painter.rect_filled(rect, 0.0, theme.accent_soft);
        } else if response.hovered() {
            painter.rect_filled(rect, 0.0, theme.pointed_at());
        }
        let is_here = scene.selection.primary() == Some(placed.item.into());
        if is_here && ui.memory(|it| it.has_focus(grid_id())) {
            row_ring(ui, rect);
        }
        let look = look::of(theme, scene.mission, item, self.colour_by);
        let is_off = look.form == look::Form::Struck;
        let ink = if is_off { theme.secondary } else { theme.text };
        let left = rect.left() + theme::MARGIN;
        for (down, words, size) in [
            (6.0, &times.here, theme::BODY),
            (25.0, &times.elsewhere, SMALL),
        ] {
            let font = theme::regular(size);
            let width = TIMES - GRID;
            let line = block::line(&painter, words, font, theme.secondary, width, false);
            painter.galley(pos2(left, rect.top() + down), line, theme.secondary);
        }
        let mark = pos2(left + TIMES, rect.top() + 7.0);
        block::ground(
            &painter,
            theme,
            Rect::from_min_size(mark, Vec2::splat(MARK)),
            look,
        );
        let text = mark.x + MARK + INDENT;
        let width = rect.right() - theme::MARGIN - text;
        let status = painter.text(
            pos2(rect.right() - theme::MARGIN, rect.top() + 6.0),
            Align2::RIGHT_TOP,
            status,
            theme::regular(SMALL),
            theme.secondary,
        );
        let title = block::line(
            &painter,
            &said.title,
            theme::font(theme::BODY, MEDIUM),
            ink,
            (status.left() - 12.0 - text).max(20.0),
            is_off,
        );
        painter.galley(pos2(text, rect.top() + 6.0), title, ink);
        let mut more = vec![
            face::place(scene.mission, item),
            face::everybody(scene.insight, item),
        ];
        more.retain(|it| !it.is_empty());
        let worst = scene
            .insight
            .problems()
            .of(placed.item)
            .into_iter()
            .filter(|it| it.accepted.is_none())
            .min_by_key(|it| (it.level != Level::Error, it.level != Level::Warning));
        let wrong = worst.and_then(|it| match it.level {
            Level::Error => Some((&it.sentence, theme.error)),
            Level::Warning if more.is_empty() => Some((&it.sentence, theme.warning)),
            Level::Warning | Level::Hint | Level::Off => None,
        });
        // Where and with whom, as it is printed; behind it what must be mended before it is.
        let mut at = pos2(text, rect.top() + 25.0);
        let mut room = width;
        if !more.is_empty() {
            let most = if wrong.is_some() { width / 2.0 } else { width };
            let font = theme::regular(SMALL);
            let more = more.join(" · ");
            let more = block::line(&painter, &more, font, theme.secondary, most, false);
            let taken = more.size().x + 12.0;
            painter.galley(at, more, theme.secondary);
            at.x += taken;
            room -= taken;
        }
        if let Some((sentence, ink)) = wrong {
            let font = theme::regular(SMALL);
            let sentence = block::line(&painter, sentence, font, ink, room, false);
            painter.galley(at, sentence, ink);
        }
        painter.hline(text..=rect.right(), rect.bottom() - 0.5, theme.hairline());
        self.block_clicked(ui, scene, nth, placed.item, &response);
    }
}

/// What is between two items, for the one through whose eyes one looks: the dotted way, or the time they have.
fn between_ui(ui: &Ui, theme: &Theme, rect: Rect, at: Place, words: &str, fit: Option<Fit>) {
    let painter = ui.painter();
    let left = rect.left() + theme::MARGIN + TIMES;
    let warns = match fit {
        None | Some(Fit::Fits) => None,
        Some(Fit::Tight) => Some(theme.warning),
        Some(Fit::Late) => Some(theme.error),
    };
    if fit.is_some() {
        let ink = warns.unwrap_or(theme.line_strong);
        let mut y = rect.top() + 3.0;
        while y < rect.bottom() {
            painter.circle_filled(pos2(left + MARK / 2.0, y), 1.0, ink);
            y += 4.0;
        }
    }
    let font = match warns {
        None => theme::regular(SMALL),
        Some(_) => theme::font(SMALL, MEDIUM),
    };
    let ink = warns.unwrap_or(theme.secondary);
    let left = left + MARK + INDENT;
    let width = rect.right() - theme::MARGIN - left;
    let line = block::line(painter, words, font, ink, width, false);
    let y = rect.center().y - line.size().y / 2.0;
    painter.galley(pos2(left, y), line, ink);
    let id = Id::unique("agenda between").with((at.column, at.nth));
    ui.interact(rect, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

fn heading_ui(
    ui: &Ui,
    scene: &Scene<'_>,
    at: Pos2,
    width: f32,
    column: &Column,
    has_one_clock: bool,
) {
    let theme = Theme::of(ui);
    let painter = ui.painter();
    let left = at.x + theme::MARGIN;
    let base = at.y + 24.0;
    let title = day_words::long_day(column.day);
    let drawn = painter.text(
        pos2(left, base),
        Align2::LEFT_TOP,
        &title,
        theme::font(theme::HEADING, SEMIBOLD),
        theme.text,
    );
    // No hours stand beside the list, so the day says whose clock it is on, where that does not go without saying.
    let city = match scene.clocks {
        Clocks::Home => column.zone.city(),
        Clocks::Host | Clocks::Both if has_one_clock => String::new(),
        Clocks::Host | Clocks::Both => scene.mission.clock_city(&column.zone, column.day),
    };
    let note = if city.is_empty() {
        column.note.clone()
    } else {
        format!("{city} time · {}", column.note)
    };
    let note_at = pos2(drawn.right() + 12.0, base + 3.0);
    let room = at.x + width - theme::MARGIN - note_at.x;
    let font = theme::regular(SMALL);
    let note = block::line(painter, &note, font, theme.secondary, room, false);
    painter.galley(note_at, note, theme.secondary);
    painter.hline(
        at.x..=at.x + width,
        at.y + DAY - 0.5,
        Stroke::new(1.0, theme.line_strong),
    );
    let rect = Rect::from_min_size(at, vec2(width, DAY));
    let id = Id::unique("agenda day").with(column.day);
    ui.interact(rect, id, Sense::hover()).widget_info(|| {
        let name = if city.is_empty() {
            title.clone()
        } else {
            format!("{title}, {city} time")
        };
        WidgetInfo::labeled(Role::Heading, true, name)
    });
}
