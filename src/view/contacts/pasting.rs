//! People from pasted rows.

use egui::{Frame, Margin, Modal, RichText, Ui};

use crate::{
    edit::{
        Edit,
        paste::{
            Pasted, Plan,
            people::{self, PersonSays},
        },
    },
    insight::fold::fold,
    model::{id::Sort, organisation::Side, person::Person},
    view::{list::pasting::Pastes, scene::Scene},
    widget::{
        button,
        theme::{self, HEADING, SEMIBOLD, Theme},
    },
};

/// The rows are people of one side.
pub struct PastesPeople {
    side: Side,
}

impl Default for PastesPeople {
    fn default() -> Self {
        Self { side: Side::Home }
    }
}

impl Pastes for PastesPeople {
    type Thing = Person;
    type Says = PersonSays;
    const TITLE: &'static str = "Paste people";
    const HINT: &'static str = "Name, title, organisation, e-mail…";
    const NOUNS: (&'static str, &'static str) = ("person", "people");

    fn plan(&self, scene: &Scene<'_>, pasted: &Pasted<PersonSays>) -> Plan<Person> {
        people::plan(scene.mission, pasted, self.side, fold)
    }

    fn edit(&self, scene: &Scene<'_>, plan: &Plan<Person>) -> Edit {
        let mint = &mut scene.mint.borrow_mut();
        people::add(scene.mission, plan, self.side, mint, fold)
    }

    fn makes(says: PersonSays) -> Option<Sort> {
        (says == PersonSays::Organisation).then_some(Sort::Organisation)
    }

    fn more_ui(&mut self, ui: &mut Ui) -> bool {
        ui.add_space(8.0);
        let row = ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new("They are").color(Theme::of(ui).secondary));
            let sides = [
                (Side::Home, "Our delegation"),
                (Side::Host, "Of the host"),
                (Side::Third, "Third parties"),
            ];
            button::segmented(ui, &mut self.side, &sides)
        });
        row.inner
    }
}

/// Says where rows can be pasted, when some were pasted among the organisations. Returns them when they are
/// to be pasted as people.
pub fn astray_ui(ui: &Ui, astray: &mut Option<String>) -> Option<String> {
    let text = astray.take()?;
    let (mut pastes, mut gives_up) = (false, false);
    let frame = Frame::window(&ui.ctx().global_style()).inner_margin(Margin::same(20));
    let modal = Modal::new(egui::Id::unique("rows astray")).frame(frame);
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(400.0);
        let title = RichText::new("Rows are pasted under People");
        ui.label(title.font(theme::font(HEADING, SEMIBOLD)));
        let words = "Each row becomes a person; an organisation that stands in it and is not here yet is made too";
        ui.label(RichText::new(words).color(Theme::of(ui).secondary));
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let paste = button::primary(ui, "Paste as people…");
            if ui.memory(|it| it.focused().is_none()) {
                paste.request_focus();
            }
            pastes = paste.clicked();
            gives_up = button::secondary(ui, "Cancel").clicked();
        });
    });
    if pastes {
        return Some(text);
    }
    if !gives_up && !shown.should_close() {
        *astray = Some(text);
    }
    None
}
