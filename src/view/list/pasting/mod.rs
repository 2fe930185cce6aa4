//! The dialog that makes things of pasted rows: the rows, what becomes of them, and the button that does it.

mod preview;

use egui::{
    Event, Id, Label, Margin, Popup, RichText, ScrollArea, Sense, TextEdit, Ui, UiBuilder,
    ViewportCommand, vec2,
};

use crate::{
    edit::{
        Edit,
        paste::{self, Pasted, Plan, Says},
    },
    model::{
        entity::Entity,
        id::{Id as ThingId, Sort},
        organisation::Side,
    },
    view::scene::{Action, Scene, Selection},
    widget::{
        button, dialog,
        theme::{self, HEADING, HIT, SEMIBOLD, Theme},
    },
};

/// What rows are made into.
pub trait Pastes {
    /// What they become.
    type Thing: Entity;
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
    /// Lets what is there leave its organisation for the one of its row, or keep it.
    fn let_leave(&mut self, _it: ThingId<Self::Thing>, _leaves: bool) {}
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

/// Whether what is being pasted are rows or cells, and not the text of one.
pub fn brings_rows(ui: &Ui) -> bool {
    let is_table = |it: &Event| match it {
        Event::Paste(text) => text.trim().contains(['\t', '\n']),
        _ => false,
    };
    ui.input(|it| it.events.iter().any(is_table))
}

/// Takes rows away from a field of one line that has the keyboard, before it makes one line of them.
pub fn rows_taken_from(ui: &Ui, field: Id) -> Option<String> {
    if !ui.memory(|it| it.has_focus(field)) || !brings_rows(ui) {
        return None;
    }
    let rows = pasted_rows(ui, true);
    ui.input_mut(|it| it.events.retain(|it| !matches!(it, Event::Paste(_))));
    rows
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

/// How the dialog ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    Added,
    GivenUp,
}

/// Draws the dialog while it is open. Returns whether things came in: they are selected then.
pub fn dialog_ui<P: Pastes>(open: &mut Option<Pasting<P>>, ui: &Ui, scene: &Scene<'_>) -> bool {
    let Some(pasting) = open else {
        return false;
    };
    let ended = pasting.ui(ui, scene);
    if ended.is_some() {
        *open = None;
    }
    ended == Some(Ended::Added)
}

impl<P: Pastes> Pasting<P> {
    /// With the rows that were pasted already, if some were.
    pub fn new(what: P, rows: Option<String>) -> Self {
        let text = rows.unwrap_or_default();
        Self {
            what,
            pasted: paste::read(&text),
            text,
            plan: Plan::default(),
            planned_of: None,
            is_new: true,
        }
    }

    /// Draws the dialog. Returns how it ended, when it did.
    fn ui(&mut self, ui: &Ui, scene: &Scene<'_>) -> Option<Ended> {
        // Before the rows are drawn, which would take it for the end of a line.
        let is_meant =
            !Popup::is_any_open(ui.ctx()) && ui.input_mut(|it| it.consume_shortcut(&dialog::MEANT));
        let room = ui.ctx().content_rect();
        let shown = dialog::show(ui.ctx(), Id::unique(P::TITLE), 820.0, |ui, _| {
            self.text_ui(ui);
            if self.planned_of != Some(scene.version) {
                self.plan = self.what.plan(scene, &self.pasted);
                self.planned_of = Some(scene.version);
            }
            self.kept_ui(ui);
            let asks = if self.plan.kept().next().is_some() {
                HIT + 8.0
            } else {
                0.0
            };
            let most = (room.height() - 420.0 - asks).clamp(90.0, 300.0);
            let height = self.preview_height(ui, most);
            let width = ui.available_width();
            let (preview, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            ui.add_space(12.0);
            let ended = self.foot_ui(ui, scene, is_meant);
            // It stands above the buttons and comes after them: Tab goes from the rows to the button that is
            // meant, and not through every column first.
            if !self.pasted.rows.is_empty() {
                let preview = UiBuilder::new().id_salt("preview").max_rect(preview);
                self.preview_ui(&mut ui.new_child(preview));
            }
            self.is_new = false;
            ended
        });
        let gives_up = shown.should_close().then_some(Ended::GivenUp);
        shown.inner.or(gives_up)
    }

    fn text_ui(&mut self, ui: &mut Ui) {
        let theme = Theme::of(ui);
        ui.label(RichText::new(P::TITLE).font(theme::font(HEADING, SEMIBOLD)));
        let how = "A first row with names of columns is understood; without one, the columns are guessed. \
                   Ctrl+Enter adds them";
        let words = match self.text.is_empty() {
            true => format!("Copy rows from a spreadsheet and paste them here. {how}"),
            false => how.to_owned(),
        };
        ui.add(Label::new(RichText::new(words).color(theme.secondary)).wrap());
        ui.add_space(8.0);
        let mut changed = false;
        self.drop_what_stands_here(ui);
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
                if self.is_new && self.text.is_empty() {
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

    /// Rows that came in by themselves are not meant twice by who pastes them once more.
    fn drop_what_stands_here(&self, ui: &Ui) {
        let stands_here = |it: &Event| match it {
            Event::Paste(text) => !self.text.is_empty() && text.trim() == self.text.trim(),
            _ => false,
        };
        ui.input_mut(|it| it.events.retain(|it| !stands_here(it)));
    }

    /// What is about to happen, and the buttons. Returns how the dialog ends, when it does.
    fn foot_ui(&self, ui: &mut Ui, scene: &Scene<'_>, is_meant: bool) -> Option<Ended> {
        let theme = Theme::of(ui);
        let plan = &self.plan;
        let count = plan.new_ones() + plan.known_ones();
        let (one, many) = P::NOUNS;
        let mut ended = None;
        let said = |ui: &mut Ui| {
            if !self.pasted.rows.is_empty() {
                let said = RichText::new(self.said()).color(theme.secondary);
                ui.add(Label::new(said).truncate());
            }
        };
        button::at_right_after(ui, said, |ui| {
            if button::secondary(ui, "Cancel").clicked() {
                ended = Some(Ended::GivenUp);
            }
            let label = match count {
                0 => format!("Add {many}"),
                1 => format!("Add 1 {one}"),
                count => format!("Add {count} {many}"),
            };
            let can = 0 < count;
            let add = ui.add_enabled_ui(can, |ui| button::primary(ui, &label));
            let add = add
                .inner
                .on_hover_text(ui.ctx().format_shortcut(&dialog::MEANT));
            if can && self.is_new {
                // The rows are there already, so there is only one thing left to do.
                add.request_focus();
            }
            if can && (add.clicked() || is_meant) {
                self.add(scene);
                ended = Some(Ended::Added);
            }
        });
        ended
    }

    /// Does it, and selects what came in.
    fn add(&self, scene: &Scene<'_>) {
        let edit = self.what.edit(scene, &self.plan);
        let came_in = Selection::many(edit.about.iter().copied());
        scene.edit(edit);
        scene.push(Action::Select(came_in));
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
        let elsewhere = |side: Side| {
            let new = plan.rows.iter().filter(|it| it.is_new());
            new.filter(|it| it.side == Some(side)).count()
        };
        let besides = if one == Sort::Organisation.noun() {
            " besides"
        } else {
            ""
        };
        let parts = [
            count(
                plan.new_ones(),
                &format!("new {one}"),
                &format!("new {many}"),
            ),
            count(elsewhere(Side::Home), "of our side", "of our side"),
            count(elsewhere(Side::Host), "of the host", "of the host"),
            count(elsewhere(Side::Third), "third party", "third parties"),
            count(plan.known_ones(), "is there already", "are there already"),
            count(plan.joined(), "row joins one above", "rows join ones above"),
            count(
                plan.organisations.len(),
                &format!("new organisation{besides}"),
                &format!("new organisations{besides}"),
            ),
            count(plan.places.len(), "new place", "new places"),
            count(plan.people.len(), "new person", "new people"),
            count(plan.left_out(), "row without a name", "rows without a name"),
            count(
                plan.kept().filter(|(_, it)| !it.is_left).count(),
                "keeps their organisation",
                "keep their organisation",
            ),
            count(
                plan.rows.iter().filter(|it| it.keeps_side).count(),
                "keeps their side",
                "keep their side",
            ),
            count(cells, "cell goes into the notes", "cells go into the notes"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
