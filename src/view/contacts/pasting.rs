//! The dialog that makes people of pasted rows: what each column says, and what becomes of each row.

use egui::{
    Align, Frame, Id, Label, Layout, Margin, Modal, RichText, ScrollArea, Sense, TextEdit, Ui,
    UiBuilder, ViewportCommand, vec2,
};

use crate::{
    edit::paste::{self, Becomes, Pasted, Plan, Says},
    insight::fold::fold,
    model::organisation::Side,
    view::{list, paint, scene::Scene},
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

/// What is being pasted.
#[derive(Debug)]
pub struct Pasting {
    text: String,
    side: Side,
    pasted: Pasted,
    plan: Plan,
    planned_of: Option<u64>,
    is_new: bool,
}

impl Pasting {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            text: String::new(),
            side: Side::Home,
            pasted: Pasted::default(),
            plan: Plan::default(),
            planned_of: None,
            is_new: true,
        }
    }

    /// Draws the dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, scene: &Scene<'_>) -> bool {
        let mut is_open = true;
        let frame = Frame::window(&ui.ctx().global_style()).inner_margin(Margin::same(20));
        let modal = Modal::new(Id::unique("paste people")).frame(frame);
        let shown = modal.show(ui.ctx(), |ui| {
            let room = ui.ctx().content_rect();
            ui.set_width(820.0_f32.min(room.width() - 80.0));
            self.text_ui(ui);
            if self.planned_of != Some(scene.version) {
                self.plan = paste::plan(scene.mission, &self.pasted, self.side, fold);
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
        ui.label(RichText::new("Paste people").font(theme::font(HEADING, SEMIBOLD)));
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
                    .hint_text("Name, title, organisation, e-mail…")
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
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new("They are").color(theme.secondary));
            let sides = [
                (Side::Home, "Our delegation"),
                (Side::Host, "Of the host"),
                (Side::Third, "Third parties"),
            ];
            if button::segmented(ui, &mut self.side, &sides) {
                self.planned_of = None;
            }
        });
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
        list::menu(&response, |ui| {
            for (choice, words, _) in Says::ALL {
                if picker::row(ui, words, "", choice == *says).clicked() {
                    *says = choice;
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
        let (Some((becomes, organisation)), Some(row)) =
            (self.plan.rows.get(at), self.pasted.rows.get(at))
        else {
            return;
        };
        let (words, ink, fill) = match becomes {
            Becomes::New(_) => ("new", theme.accent, theme.accent_soft),
            Becomes::Fills(..) => ("there already", theme.info, theme.info_soft),
            Becomes::LeftOut => ("no name", theme.warning, theme.warning_soft),
        };
        let mut pill_ui = ui.new_child(
            UiBuilder::new()
                .max_rect(rect.with_max_x(rect.left() + BECOMES))
                .layout(Layout::left_to_right(Align::Center)),
        );
        chips::pill(&mut pill_ui, words, ink, fill);
        let is_made = self
            .plan
            .organisations
            .iter()
            .any(|it| it.name == *organisation);
        for (at, (cell, says)) in row.iter().zip(&self.pasted.columns).enumerate() {
            let left = rect.left() + BECOMES + width * at as f32 + 8.0;
            let at = egui::pos2(left, rect.center().y);
            let (font, ink) = match says {
                Says::Nothing => (theme::regular(BODY), theme.faint),
                Says::Name | Says::Family | Says::Given => (theme::font(BODY, MEDIUM), theme.text),
                _ => (theme::regular(BODY), theme.text),
            };
            let is_new = *says == Says::Organisation && is_made;
            let room = width - 20.0 - if is_new { 28.0 } else { 0.0 };
            let text = paint::left(ui.painter(), at, cell, font, ink, room);
            if is_new {
                let at = text.right_center() + vec2(6.0, 1.0);
                let font = theme::font(SMALL, MEDIUM);
                paint::left(ui.painter(), at, "new", font, theme.accent, 40.0);
            }
        }
    }

    /// What is about to happen, and the buttons. Returns whether the dialog stays open.
    fn foot_ui(&self, ui: &mut Ui, scene: &Scene<'_>) -> bool {
        let theme = Theme::of(ui);
        let plan = &self.plan;
        let (new, known) = (plan.new_people(), plan.known_people());
        let mut is_open = true;
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), HIT),
            Layout::right_to_left(Align::Center),
            |ui| {
                let label = match new + known {
                    0 => "Add people".to_owned(),
                    1 => "Add 1 person".to_owned(),
                    count => format!("Add {count} people"),
                };
                let can = 0 < new + known;
                let add = ui.add_enabled_ui(can, |ui| button::primary(ui, &label));
                if can && add.inner.clicked() {
                    let mint = &mut scene.mint.borrow_mut();
                    let edit = paste::add(scene.mission, plan, self.side, mint, fold);
                    scene.edit(edit);
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
        let parts = [
            count(plan.new_people(), "new person", "new people"),
            count(plan.known_people(), "is there already", "are there already"),
            count(
                plan.organisations.len(),
                "new organisation",
                "new organisations",
            ),
            count(plan.left_out(), "row without a name", "rows without a name"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
