//! What becomes of pasted rows, row by row, under what each column says.

use egui::{Align, Layout, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::{Pastes, Pasting};
use crate::{
    edit::paste::{Becomes, KeptOrganisation, Row, Says as _},
    model::{
        entity::Entity as _,
        id::{Id, Sort},
    },
    view::paint,
    widget::{
        button, chips, menu, picker,
        theme::{self, BODY, HIT, MEDIUM, SMALL, Theme},
    },
};

/// How high a row is.
const LINE: f32 = 30.0;
/// How wide a column is, at the least.
const COLUMN: f32 = 150.0;
/// How wide it stands what becomes of a row.
const BECOMES: f32 = 110.0;
/// How much of a cell says whether somebody keeps their organisation.
const KEPT: f32 = 0.55;
/// The room above all.
const ABOVE: f32 = 8.0;
/// The room between what the columns say and the rows.
const BELOW_HEADS: f32 = 4.0;

impl<P: Pastes> Pasting<P> {
    /// Says that some have another organisation than their rows say, and asks for all of them at once.
    pub(super) fn kept_ui(&mut self, ui: &mut Ui) {
        let kept: Vec<_> = self.plan.kept().map(|(id, it)| (id, it.is_left)).collect();
        let Some((_, first)) = kept.first() else {
            return;
        };
        let mut all = kept.iter().all(|(_, it)| it == first).then_some(*first);
        ui.add_space(8.0);
        let row = ui.horizontal_wrapped(|ui| {
            let words = match kept.len() {
                1 => "1 has another organisation here".to_owned(),
                many => format!("{many} have another organisation here"),
            };
            ui.label(RichText::new(words).color(Theme::of(ui).secondary));
            let choices = [
                (Some(false), "Keep theirs"),
                (Some(true), "Take what the rows say"),
            ];
            button::segmented(ui, &mut all, &choices)
        });
        if let Some(leaves) = all.filter(|_| row.inner) {
            for (id, _) in kept {
                self.what.let_leave(id, leaves);
            }
            self.planned_of = None;
        }
    }

    /// How high the preview is: as high as its rows, and no higher than this.
    pub(super) fn preview_height(&self, ui: &Ui, most: f32) -> f32 {
        match self.pasted.rows.len() {
            0 => 0.0,
            rows => {
                ABOVE + HIT + BELOW_HEADS + (LINE * rows as f32).min(most) + self.bar_height(ui)
            }
        }
    }

    fn column_width(&self, ui: &Ui) -> f32 {
        let columns = self.pasted.columns.len().max(1);
        ((ui.available_width() - BECOMES) / columns as f32).max(COLUMN)
    }

    /// The room that the bar needs that scrolls from column to column.
    fn bar_height(&self, ui: &Ui) -> f32 {
        let total = BECOMES + self.column_width(ui) * self.pasted.columns.len() as f32;
        let is_wide = ui.available_width() + 0.5 < total;
        if is_wide {
            ui.spacing().scroll.allocated_width()
        } else {
            0.0
        }
    }

    /// What becomes of the rows, under what each column says.
    pub(super) fn preview_ui(&mut self, ui: &mut Ui) {
        ui.add_space(ABOVE);
        let columns = self.pasted.columns.len();
        let width = self.column_width(ui);
        let total = BECOMES + width * columns as f32;
        let height = ui.available_height() - HIT - BELOW_HEADS - self.bar_height(ui);
        let mut turned = None;
        ScrollArea::horizontal().id_salt("columns").show(ui, |ui| {
            ui.set_min_width(total);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            ui.horizontal(|ui| {
                ui.add_space(BECOMES);
                for at in 0..columns {
                    self.column_ui(ui, at, width);
                }
            });
            ui.add_space(BELOW_HEADS);
            let rows = self.pasted.rows.len();
            ScrollArea::vertical()
                .id_salt("preview")
                .min_scrolled_height(height)
                .max_height(height)
                .auto_shrink([false, true])
                .show_rows(ui, LINE, rows, |ui, range| {
                    for at in range {
                        turned = self.line_ui(ui, at, width, total).or(turned.take());
                    }
                });
        });
        if let Some((id, leaves)) = turned {
            self.what.let_leave(id, leaves);
            self.planned_of = None;
        }
    }

    fn column_ui(&mut self, ui: &mut Ui, at: usize, width: f32) {
        let Some(says) = self.pasted.columns.get_mut(at) else {
            return;
        };
        let name = format!("Column {}", at + 1);
        let response = picker::chooser(ui, &name, says.name(), width - 8.0);
        ui.add_space(8.0);
        let all = P::Says::ALL;
        let now = all.iter().position(|(it, ..)| it == says);
        let place = menu::choices(&response, all.iter().map(|(_, words, _)| *words), now);
        if let Some((choice, ..)) = place.and_then(|it| all.get(it)) {
            *says = *choice;
            self.planned_of = None;
        }
    }

    /// Draws a row. Returns what of it is to leave its organisation from now on, or to keep it.
    fn line_ui(
        &self,
        ui: &mut Ui,
        at: usize,
        width: f32,
        total: f32,
    ) -> Option<(Id<P::Thing>, bool)> {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(total, LINE), Sense::hover());
        let y = rect.bottom() - 0.5;
        ui.painter().hline(rect.x_range(), y, theme.hairline());
        let (Some(row), Some(cells)) = (self.plan.rows.get(at), self.pasted.rows.get(at)) else {
            return None;
        };
        let mut turned = None;
        let (words, ink, fill) = match row.becomes {
            Becomes::New(_) => ("new", theme.accent, theme.accent_soft),
            Becomes::Joins(..) => ("same as above", theme.info, theme.info_soft),
            Becomes::Fills(..) => ("there already", theme.info, theme.info_soft),
            Becomes::LeftOut => ("no name", theme.warning, theme.warning_soft),
        };
        let mut pill_ui = ui.new_child(
            UiBuilder::new()
                .max_rect(rect.with_max_x(rect.left() + BECOMES))
                .layout(Layout::left_to_right(Align::Center)),
        );
        chips::pill(&mut pill_ui, words, ink, fill);
        for (at, (cell, says)) in cells.iter().zip(&self.pasted.columns).enumerate() {
            let left = rect.left() + BECOMES + width * at as f32 + 8.0;
            let place = egui::pos2(left, rect.center().y);
            let (font, ink) = if *says == P::Says::NOTHING {
                (theme::regular(BODY), theme.faint)
            } else if says.is_name() {
                (theme::font(BODY, MEDIUM), theme.text)
            } else {
                (theme::regular(BODY), theme.text)
            };
            let (mark, mark_ink) = if cell.is_empty() {
                ("", theme.accent)
            } else if row.unread.contains(&at) {
                ("into notes", theme.warning)
            } else if self.is_made(row, *says) {
                ("new", theme.accent)
            } else {
                ("", theme.accent)
            };
            let mark_font = theme::font(SMALL, MEDIUM);
            let mark = ui
                .painter()
                .layout_no_wrap(mark.to_owned(), mark_font, mark_ink);
            let kept = row.kept.as_ref().filter(|it| it.column == at);
            let ink = match kept {
                Some(kept) if !kept.is_left => theme.faint,
                _ => ink,
            };
            let beside = mark.size().x + kept.map_or(0.0, |_| (width - 20.0) * KEPT);
            let room = width - 20.0 - beside;
            let text = paint::left(ui.painter(), place, cell, font, ink, room);
            let after_mark = text.right() + 6.0 + mark.size().x;
            let mark_at = text.right_center() + vec2(6.0, 1.0 - mark.size().y / 2.0);
            ui.painter().galley(mark_at, mark, mark_ink);
            if let (Some(kept), Becomes::Fills(id, it)) = (kept, &row.becomes) {
                let at = egui::Rect::from_x_y_ranges(
                    after_mark + 6.0..=left + width - 12.0,
                    rect.y_range(),
                );
                if turn_ui(ui, at, &it.name(), kept) {
                    turned = Some((*id, !kept.is_left));
                }
            }
        }
        turned
    }

    /// Whether a cell of a row makes something that is not there.
    fn is_made(&self, row: &Row<P::Thing>, says: P::Says) -> bool {
        match P::makes(says) {
            Some(Sort::Organisation) => {
                let mut made = self.plan.organisations.iter();
                made.any(|it| row.organisations.contains(&it.name))
            }
            Some(Sort::Place) => self.plan.places.contains(&row.place),
            Some(Sort::Person) => !row.people.is_empty(),
            _ => false,
        }
    }
}

/// Words that say whether somebody keeps their organisation. Returns whether that is to be turned.
fn turn_ui(ui: &mut Ui, at: egui::Rect, name: &str, kept: &KeptOrganisation) -> bool {
    let (verb, hint) = if kept.is_left {
        ("leaves", "Keep it")
    } else {
        ("keeps", "Take what the row says")
    };
    let words = format!("{verb} {}", kept.name);
    let layout = Layout::left_to_right(Align::Center);
    let mut turn_ui = ui.new_child(
        UiBuilder::new()
            .id_salt(at.top() as i32)
            .max_rect(at)
            .layout(layout),
    );
    turn_ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
    let response =
        button::small_link(&mut turn_ui, &words).on_hover_text(format!("{words}. {hint}"));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name} {words}")));
    response.clicked()
}
