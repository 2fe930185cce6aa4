//! The dialog that makes things of pasted rows: what each column says, and what becomes of each row.

use egui::{
    Align, Event, Frame, Id, Label, Layout, Margin, Modal, RichText, ScrollArea, Sense, TextEdit,
    Ui, UiBuilder, ViewportCommand, vec2,
};

use super::menu;
use crate::{
    edit::{
        Edit,
        paste::{self, Becomes, Pasted, Plan, Row, Says},
    },
    model::id::Sort,
    view::{paint, scene::Scene},
    widget::{
        button, chips, picker,
        theme::{self, BODY, HEADING, HIT, MEDIUM, SEMIBOLD, SMALL, Theme},
    },
};

/// How high a row of the preview is.
const LINE: f32 = 30.0;
/// How wide a column of the preview is, at the least.
const COLUMN: f32 = 150.0;
/// How wide it stands what becomes of a row.
const BECOMES: f32 = 110.0;

/// What rows are made into.
pub trait Pastes {
    /// What they become.
    type Thing;
    /// What their columns say.
    type Says: Says;
    /// What stands at the head of the dialog.
    const TITLE: &'static str;
    /// What stands in the field while it is empty.
    const HINT: &'static str;
    /// What one is called, and what several are.
    const NOUNS: (&'static str, &'static str);

    /// What becomes of the rows.
    fn plan(&self, scene: &Scene<'_>, pasted: &Pasted<Self::Says>) -> Plan<Self::Thing>;
    /// Does it.
    fn edit(&self, scene: &Scene<'_>, plan: &Plan<Self::Thing>) -> Edit;
    /// What a column makes besides, where there is none of that name.
    fn makes(says: Self::Says) -> Option<Sort>;
    /// Asks what must be known besides. Returns whether something changed.
    fn more_ui(&mut self, _ui: &mut Ui) -> bool {
        false
    }
}

/// The rows that were pasted while the keyboard was in a table.
pub fn pasted_rows(ui: &Ui, has_focus: bool) -> Option<String> {
    let pasted = |it: &Event| match it {
        Event::Paste(text) if !text.trim().is_empty() => Some(text.clone()),
        _ => None,
    };
    let take = || ui.input(|it| it.events.iter().find_map(pasted));
    has_focus.then(take).flatten()
}

/// What is being pasted.
pub struct Pasting<P: Pastes> {
    what: P,
    text: String,
    pasted: Pasted<P::Says>,
    plan: Plan<P::Thing>,
    planned_of: Option<u64>,
    is_new: bool,
}

/// Draws the dialog while it is open.
pub fn dialog_ui<P: Pastes>(open: &mut Option<Pasting<P>>, ui: &Ui, scene: &Scene<'_>) {
    if let Some(mut pasting) = open.take()
        && pasting.ui(ui, scene)
    {
        *open = Some(pasting);
    }
}

impl<P: Pastes> Pasting<P> {
    /// Nothing yet.
    pub fn new(what: P) -> Self {
        Self {
            what,
            text: String::new(),
            pasted: Pasted::default(),
            plan: Plan::default(),
            planned_of: None,
            is_new: true,
        }
    }

    /// With what was pasted into the rows of a table already.
    pub fn of(what: P, text: String) -> Self {
        Self {
            pasted: paste::read(&text),
            text,
            is_new: false,
            ..Self::new(what)
        }
    }

    /// Draws the dialog. Returns whether it stays open.
    fn ui(&mut self, ui: &Ui, scene: &Scene<'_>) -> bool {
        let mut is_open = true;
        let frame = Frame::window(&ui.ctx().global_style()).inner_margin(Margin::same(20));
        let modal = Modal::new(Id::unique(P::TITLE)).frame(frame);
        let shown = modal.show(ui.ctx(), |ui| {
            let room = ui.ctx().content_rect();
            ui.set_width(820.0_f32.min(room.width() - 80.0));
            self.text_ui(ui);
            if self.planned_of != Some(scene.version) {
                self.plan = self.what.plan(scene, &self.pasted);
                self.planned_of = Some(scene.version);
            }
            if !self.pasted.rows.is_empty() {
                self.preview_ui(ui, (room.height() - 420.0).clamp(90.0, 300.0));
            }
            ui.add_space(12.0);
            is_open = self.foot_ui(ui, scene);
        });
        is_open && !shown.should_close()
    }

    fn text_ui(&mut self, ui: &mut Ui) {
        let theme = Theme::of(ui);
        ui.label(RichText::new(P::TITLE).font(theme::font(HEADING, SEMIBOLD)));
        let words = "Copy rows from a spreadsheet and paste them here. A first row with names of columns \
                     is understood; without one, the columns are guessed";
        ui.add(Label::new(RichText::new(words).color(theme.secondary)).wrap());
        ui.add_space(8.0);
        let mut changed = false;
        ScrollArea::vertical()
            .id_salt("pasted text")
            // All of its height at once: the dialog must not grow under the pointer.
            .min_scrolled_height(110.0)
            .max_height(110.0)
            .show(ui, |ui| {
                let edit = TextEdit::multiline(&mut self.text)
                    .id(Id::unique("pasted rows"))
                    .hint_text(P::HINT)
                    .margin(Margin::symmetric(8, 6))
                    .desired_width(f32::INFINITY)
                    .desired_rows(4);
                let response = ui.add(edit).accessible_name("Pasted rows");
                changed = response.changed();
                if std::mem::take(&mut self.is_new) {
                    response.request_focus();
                    // Who opens this mostly has the rows on the clipboard already.
                    ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
                }
            });
        if changed {
            self.pasted = paste::read(&self.text);
            self.planned_of = None;
        }
        if self.what.more_ui(ui) {
            self.planned_of = None;
        }
    }

    /// What becomes of the rows, under what each column says.
    fn preview_ui(&mut self, ui: &mut Ui, height: f32) {
        ui.add_space(8.0);
        let columns = self.pasted.columns.len();
        let width = (ui.available_width() - BECOMES) / columns.max(1) as f32;
        let width = width.max(COLUMN);
        let total = BECOMES + width * columns as f32;
        ScrollArea::horizontal().id_salt("columns").show(ui, |ui| {
            ui.set_min_width(total);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            ui.horizontal(|ui| {
                ui.add_space(BECOMES);
                for at in 0..columns {
                    self.column_ui(ui, at, width);
                }
            });
            ui.add_space(4.0);
            let rows = self.pasted.rows.len();
            ScrollArea::vertical()
                .id_salt("preview")
                .min_scrolled_height(height)
                .max_height(height)
                .auto_shrink([false, true])
                .show_rows(ui, LINE, rows, |ui, range| {
                    for at in range {
                        self.line_ui(ui, at, width, total);
                    }
                });
        });
    }

    fn column_ui(&mut self, ui: &mut Ui, at: usize, width: f32) {
        let Some(says) = self.pasted.columns.get_mut(at) else {
            return;
        };
        let name = format!("Column {}", at + 1);
        let response = picker::chooser(ui, &name, says.name(), width - 8.0);
        ui.add_space(8.0);
        let mut changed = false;
        menu(&response, |ui| {
            for (choice, words, _) in P::Says::ALL {
                if picker::row(ui, words, "", choice == says).clicked() {
                    *says = *choice;
                    changed = true;
                    ui.close();
                }
            }
        });
        if changed {
            self.planned_of = None;
        }
    }

    fn line_ui(&self, ui: &mut Ui, at: usize, width: f32, total: f32) {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(total, LINE), Sense::hover());
        let y = rect.bottom() - 0.5;
        ui.painter().hline(rect.x_range(), y, theme.hairline());
        let (Some(row), Some(cells)) = (self.plan.rows.get(at), self.pasted.rows.get(at)) else {
            return;
        };
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
            let room = width - 20.0 - mark.size().x;
            let text = paint::left(ui.painter(), place, cell, font, ink, room);
            let mark_at = text.right_center() + vec2(6.0, 1.0 - mark.size().y / 2.0);
            ui.painter().galley(mark_at, mark, mark_ink);
        }
    }

    /// Whether a cell of a row makes something that is not there.
    fn is_made(&self, row: &Row<P::Thing>, says: P::Says) -> bool {
        match P::makes(says) {
            Some(Sort::Organisation) => {
                let mut made = self.plan.organisations.iter();
                made.any(|it| row.organisations.contains(&it.name))
            }
            Some(Sort::Place) => self.plan.places.contains(&row.place),
            _ => false,
        }
    }

    /// What is about to happen, and the buttons. Returns whether the dialog stays open.
    fn foot_ui(&self, ui: &mut Ui, scene: &Scene<'_>) -> bool {
        let theme = Theme::of(ui);
        let plan = &self.plan;
        let count = plan.new_ones() + plan.known_ones();
        let (one, many) = P::NOUNS;
        let mut is_open = true;
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), HIT),
            Layout::right_to_left(Align::Center),
            |ui| {
                let label = match count {
                    0 => format!("Add {many}"),
                    1 => format!("Add 1 {one}"),
                    count => format!("Add {count} {many}"),
                };
                let can = 0 < count;
                let add = ui.add_enabled_ui(can, |ui| button::primary(ui, &label));
                if can && add.inner.clicked() {
                    scene.edit(self.what.edit(scene, plan));
                    is_open = false;
                }
                is_open &= !button::secondary(ui, "Cancel").clicked();
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if !self.pasted.rows.is_empty() {
                        let said = RichText::new(self.said()).color(theme.secondary);
                        ui.add(Label::new(said).truncate());
                    }
                });
            },
        );
        is_open
    }

    /// What becomes of everything, in words.
    fn said(&self) -> String {
        let plan = &self.plan;
        let count = |number: usize, one: &str, many: &str| match number {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{number} {many}")),
        };
        let (one, many) = P::NOUNS;
        let cells = plan.rows.iter().map(|it| it.unread.len()).sum();
        let parts = [
            count(
                plan.new_ones(),
                &format!("new {one}"),
                &format!("new {many}"),
            ),
            count(plan.known_ones(), "is there already", "are there already"),
            count(plan.joined(), "row joins one above", "rows join ones above"),
            count(
                plan.organisations.len(),
                "new organisation",
                "new organisations",
            ),
            count(plan.places.len(), "new place", "new places"),
            count(plan.left_out(), "row without a name", "rows without a name"),
            count(cells, "cell goes into the notes", "cells go into the notes"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
