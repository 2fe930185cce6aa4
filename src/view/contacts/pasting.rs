//! People from pasted rows.

use egui::{RichText, Ui};

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
    widget::{button, theme::Theme},
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
