//! People, organisations and places from pasted rows.

use std::collections::BTreeSet;

use egui::{RichText, Ui};

use super::Shape;
use crate::{
    edit::{
        Edit,
        paste::{
            Pasted, Plan,
            organisations::{self, OrganisationSays},
            people::{self, PersonSays},
            places::{self, PlaceSays},
        },
    },
    model::{
        id::{PersonId, Sort},
        organisation::{Organisation, Side},
        person::Person,
        place::Place,
    },
    view::{
        list::pasting::{Pastes, Pasting, dialog_ui},
        scene::Scene,
    },
    widget::{button, theme::Theme},
};

/// The rows are people of one side.
pub struct PastesPeople {
    side: Side,
    /// Who leaves their organisation for the one of their row.
    leaving: BTreeSet<PersonId>,
}

impl Default for PastesPeople {
    fn default() -> Self {
        Self {
            side: Side::Home,
            leaving: BTreeSet::new(),
        }
    }
}

impl Pastes for PastesPeople {
    type Thing = Person;
    type Says = PersonSays;
    const TITLE: &'static str = "Paste people";
    const HINT: &'static str = "Name, title, organisation, e-mail…";
    const NOUNS: (&'static str, &'static str) = ("person", "people");

    fn plan(&self, scene: &Scene<'_>, pasted: &Pasted<PersonSays>) -> Plan<Person> {
        people::plan(scene.mission, pasted, self.side, &self.leaving)
    }

    fn edit(&self, scene: &Scene<'_>, plan: &Plan<Person>) -> Edit {
        let mint = &mut scene.mint.borrow_mut();
        people::add(scene.mission, plan, self.side, mint, scene.today)
    }

    fn makes(says: PersonSays) -> Option<Sort> {
        (says == PersonSays::Organisation).then_some(Sort::Organisation)
    }

    fn more_ui(&mut self, ui: &mut Ui) -> bool {
        side_ui(ui, &mut self.side, "Our delegation")
    }

    fn let_leave(&mut self, person: PersonId, leaves: bool) {
        if leaves {
            self.leaving.insert(person);
        } else {
            self.leaving.remove(&person);
        }
    }
}

/// Asks whose side they are on. Returns whether that changed.
fn side_ui(ui: &mut Ui, side: &mut Side, ours: &str) -> bool {
    ui.add_space(8.0);
    let row = ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new("Unless said otherwise, they are").color(Theme::of(ui).secondary));
        let sides = [
            (Side::Home, ours),
            (Side::Host, "Of the host"),
            (Side::Third, "Third parties"),
        ];
        button::segmented(ui, side, &sides)
    });
    row.inner
}

/// The rows are organisations of one side, unless a row says another.
pub struct PastesOrganisations {
    side: Side,
}

impl Default for PastesOrganisations {
    fn default() -> Self {
        Self { side: Side::Host }
    }
}

impl Pastes for PastesOrganisations {
    type Thing = Organisation;
    type Says = OrganisationSays;
    const TITLE: &'static str = "Paste organisations";
    const HINT: &'static str = "Name, short name, kind, country…";
    const NOUNS: (&'static str, &'static str) = ("organisation", "organisations");

    fn plan(&self, scene: &Scene<'_>, pasted: &Pasted<OrganisationSays>) -> Plan<Organisation> {
        organisations::plan(scene.mission, pasted, self.side)
    }

    fn edit(&self, scene: &Scene<'_>, plan: &Plan<Organisation>) -> Edit {
        let mint = &mut scene.mint.borrow_mut();
        organisations::add(scene.mission, plan, self.side, mint, scene.today)
    }

    fn makes(says: OrganisationSays) -> Option<Sort> {
        (says == OrganisationSays::PartOf).then_some(Sort::Organisation)
    }

    fn more_ui(&mut self, ui: &mut Ui) -> bool {
        side_ui(ui, &mut self.side, "Of our side")
    }
}

/// The rows are places.
pub struct PastesPlaces;

impl Pastes for PastesPlaces {
    type Thing = Place;
    type Says = PlaceSays;
    const TITLE: &'static str = "Paste places";
    const HINT: &'static str = "Name, address, city, rooms…";
    const NOUNS: (&'static str, &'static str) = ("place", "places");

    fn plan(&self, scene: &Scene<'_>, pasted: &Pasted<PlaceSays>) -> Plan<Place> {
        places::plan(scene.mission, pasted)
    }

    fn edit(&self, scene: &Scene<'_>, plan: &Plan<Place>) -> Edit {
        places::add(
            scene.mission,
            plan,
            &mut scene.mint.borrow_mut(),
            scene.today,
        )
    }

    fn makes(_: PlaceSays) -> Option<Sort> {
        None
    }
}

/// What is being pasted into the lists.
#[derive(Default)]
pub struct PastingContacts {
    people: Option<Pasting<PastesPeople>>,
    organisations: Option<Pasting<PastesOrganisations>>,
    places: Option<Pasting<PastesPlaces>>,
}

impl PastingContacts {
    /// Opens the dialog of a list, with the rows that were pasted already, if some were.
    pub fn open(&mut self, shape: Shape, rows: Option<String>) {
        match shape {
            Shape::People => self.people = Some(Pasting::new(PastesPeople::default(), rows)),
            Shape::Organisations => {
                self.organisations = Some(Pasting::new(PastesOrganisations::default(), rows));
            }
            Shape::Places => self.places = Some(Pasting::new(PastesPlaces, rows)),
            // Its order says who stands in it, not a spreadsheet.
            Shape::Precedence => {}
        }
    }

    /// Draws the dialog that is open. Returns the list into which something came.
    pub fn ui(&mut self, ui: &Ui, scene: &Scene<'_>) -> Option<Shape> {
        let people = dialog_ui(&mut self.people, ui, scene);
        let organisations = dialog_ui(&mut self.organisations, ui, scene);
        let places = dialog_ui(&mut self.places, ui, scene);
        [
            (people, Shape::People),
            (organisations, Shape::Organisations),
            (places, Shape::Places),
        ]
        .into_iter()
        .find_map(|(came_in, shape)| came_in.then_some(shape))
    }
}
