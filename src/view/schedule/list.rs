//! The list: the agenda as text, as it will be printed, day by day.

use egui::{
    Align2, Id, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use jiff::civil::Date;

use super::{
    ScheduleView, block,
    columns::{Column, Placed},
    days::Days,
    face,
    grid::block_id,
    kept::Kept,
    look,
};
use crate::{
    model::{
        day_words,
        mission::Level,
        slot::{Slot, Zone},
    },
    view::scene::{Action, Scene},
    widget::theme::{self, MEDIUM, SEMIBOLD, SMALL, Theme},
};

/// The height of a day's heading.
const DAY: f32 = 52.0;
/// The height of an item.
const ITEM: f32 = 46.0;

/// The agenda: its lines, and how high they are together.
#[derive(Debug, Default)]
pub struct Agenda {
    /// Each line with the point it begins at.
    lines: Vec<(f32, Line)>,
    height: f32,
}

/// A line of the list: the head of a column's day, or an item in it.
#[derive(Clone, Copy, Debug)]
enum Line {
    Day(usize),
    Item(usize, Placed),
}

impl Agenda {
    /// The agenda of some columns.
    pub fn of(columns: &[Column], days: &Days) -> Self {
        let mut agenda = Self::default();
        for (at, column) in columns.iter().enumerate() {
            if column.placed.is_empty() && !column.within {
                continue;
            }
            agenda.push(Line::Day(at), DAY);
            for placed in &column.placed {
                // What began the day before is told there.
                let is_told = placed.from == 0 && days.of(placed.item).first() != Some(&column.day);
                if !is_told {
                    agenda.push(Line::Item(at, *placed), ITEM);
                }
            }
        }
        agenda
    }

    fn push(&mut self, line: Line, height: f32) {
        self.lines.push((self.height, line));
        self.height += height;
    }
}

impl ScheduleView {
    pub(super) fn list_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, kept: &mut Kept, rect: Rect) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(rect, 0.0, theme.surface);
        ui.painter()
            .hline(rect.x_range(), rect.top() + 0.5, theme.hairline());
        let agenda = kept.agenda();
        let lines = &agenda.lines;
        let total = agenda.height + theme::MARGIN;
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("schedule list"));
        child.shrink_clip_rect(rect);
        child.spacing_mut().scroll.content_margin = egui::Margin::ZERO;
        child.spacing_mut().scroll.fade.strength = 0.0;
        let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("agenda");
        if let Some(y) = self.row_to_show(scene, lines, rect) {
            area = area.vertical_scroll_offset(y);
        }
        area.show_viewport(&mut child, |ui, seen| {
            let width = ui.available_width();
            let (content, _) = ui.allocate_exact_size(vec2(width, total), Sense::hover());
            let first = lines
                .partition_point(|(top, _)| *top < seen.top())
                .saturating_sub(1);
            for (top, line) in lines.iter().skip(first) {
                if seen.bottom() < *top {
                    break;
                }
                let at = pos2(content.left(), content.top() + top);
                match line {
                    Line::Day(column) => {
                        if let Some(it) = kept.columns.get(*column) {
                            heading_ui(ui, theme, at, width, it);
                        }
                    }
                    Line::Item(column, placed) => {
                        if let Some(it) = kept.columns.get(*column) {
                            let rect = Rect::from_min_size(at, vec2(width, ITEM));
                            self.row_ui(ui, scene, rect, *column, it, placed);
                        }
                    }
                }
            }
        });
    }

    /// Where to scroll to when something else was selected elsewhere.
    fn row_to_show(&mut self, scene: &Scene<'_>, lines: &[(f32, Line)], rect: Rect) -> Option<f32> {
        let primary = scene.selection.primary();
        if primary == self.revealed {
            return None;
        }
        self.revealed = primary;
        lines
            .iter()
            .find(|(_, line)| matches!(line, Line::Item(_, it) if Some(it.item.into()) == primary))
            .map(|(top, _)| (top - rect.height() / 3.0).max(0.0))
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        rect: Rect,
        at: usize,
        column: &Column,
        placed: &Placed,
    ) {
        let Some(item) = scene.mission.item(placed.item) else {
            return;
        };
        let theme = Theme::of(ui);
        let painter = ui.painter().clone();
        let response = ui.interact(rect, block_id(at, placed.item), Sense::click());
        let said = face::face(scene.mission, placed.item, column);
        let is_selected = scene.selection.contains(placed.item);
        let Some(slot) = item.slot() else {
            return;
        };
        let (times, whose) = own_times(slot, column);
        let status = look::status(item);
        response.widget_info(|| {
            let gap = if whose.is_empty() { "" } else { " " };
            let name = format!("{}, {times}{gap}{whose}, {status}", said.title);
            WidgetInfo::selected(Role::Button, true, is_selected, name)
        });
        if is_selected {
            painter.rect_filled(rect, 0.0, theme.accent_soft);
        } else if response.hovered() {
            painter.rect_filled(rect, 0.0, theme.pointed_at());
        }
        crate::widget::focus_ring(ui, &response);
        let look = look::of(theme, scene.mission, item, self.colour_by);
        let is_off = look.form == look::Form::Struck;
        let ink = if is_off { theme.secondary } else { theme.text };
        let left = rect.left() + theme::MARGIN;
        for (down, words, size) in [(6.0, times, theme::BODY), (25.0, whose, SMALL)] {
            let at = pos2(left, rect.top() + down);
            let font = theme::regular(size);
            painter.text(at, Align2::LEFT_TOP, words, font, theme.secondary);
        }
        let bar = Rect::from_min_size(pos2(left + 104.0, rect.top() + 7.0), vec2(14.0, 14.0));
        block::ground(&painter, theme, bar, look);
        let text = left + 130.0;
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
        if response.clicked() {
            self.revealed = Some(placed.item.into());
            if ui.input(|it| it.modifiers.command) {
                scene.push(Action::Select(scene.selection.toggled(placed.item.into())));
            } else {
                scene.select(placed.item);
            }
        }
        response.context_menu(|ui| self.menu_ui(ui, scene, placed.item));
    }
}

/// When an item is on the clocks where it begins and ends, as it is printed: `09:00 – 10:00`; and what is to be
/// said of them where they are not those of the day: `Mon, Baku time`, `ends Fri, Baku time`.
fn own_times(slot: &Slot, column: &Column) -> (String, String) {
    let (from, until) = (slot.local_start(), slot.local_end());
    let times = format!(
        "{} – {}",
        day_words::clock(from.time()),
        day_words::clock(until.time())
    );
    let day = |day: Date| day.strftime("%a").to_string();
    let is_foreign = |zone: &Zone, at| zone.offset_minutes(at) != column.zone.offset_minutes(at);
    let mut said = Vec::new();
    if from.date() != column.day {
        said.push(day(from.date()));
    }
    if is_foreign(slot.zone(), slot.start()) {
        said.push(slot.zone().city());
    }
    if from.date() != until.date() {
        said.push(format!("to {}", day(until.date())));
    }
    if slot.end_zone() != slot.zone() {
        said.push(slot.end_zone().city());
    }
    (times, said.join(" "))
}

fn heading_ui(ui: &Ui, theme: &Theme, at: egui::Pos2, width: f32, column: &Column) {
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
    painter.text(
        pos2(drawn.right() + 12.0, base + 3.0),
        Align2::LEFT_TOP,
        &column.note,
        theme::regular(SMALL),
        theme.secondary,
    );
    painter.hline(
        at.x..=at.x + width,
        at.y + DAY - 0.5,
        Stroke::new(1.0, theme.line_strong),
    );
    let rect = Rect::from_min_size(at, vec2(width, DAY));
    let id = Id::unique("agenda day").with(column.day);
    ui.interact(rect, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
}
