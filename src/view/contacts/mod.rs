//! Contacts: people, organisations and places as lists, and the delegation in its order of precedence.

mod alike;
mod cells;
mod compare;
mod entry;
mod lines;
mod lists;
mod many;
mod only;
mod pasting;
mod precedence;
mod travel;

use egui::{Ui, UiBuilder};

use super::{
    View,
    kept::Kept,
    list::{
        self,
        bars::{self, Buttons, Room},
        kept::KeptList,
        memory::Remembered,
    },
    scene::Scene,
};
use crate::{
    insight::duplicates::Duplicate,
    model::{
        delegate::Delegate,
        id::{AnyId, OrganisationId, PersonId, PlaceId},
        organisation::{Organisation, Side},
        person::Person,
        place::Place,
    },
    widget::table::Sort as Order,
};
use alike::{STRIP, Tables};
use compare::Comparing;
use entry::{Entry, GROUPS_OF_ORGANISATIONS};
use lines::By;
use lists::{ORGANISATIONS, PEOPLE, PLACES};
use pasting::PastingContacts;
use precedence::Order as Precedence;
use travel::Ways;

/// From here on the head of the page has room for a filter or two.
const WIDE: f32 = 1100.0;
/// How wide the field is in which one filters.
const FIELD: f32 = 150.0;

/// What of the contacts is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shape {
    #[default]
    People,
    Organisations,
    Places,
    Precedence,
}

/// The contacts.
pub struct ContactsView {
    shape: Shape,
    people: KeptList<PersonId, Entry>,
    organisations: KeptList<OrganisationId, Entry>,
    places: KeptList<PlaceId, Entry>,
    order: Precedence,
    ways: Ways,
    duplicates: Kept<Tables, Vec<Duplicate>>,
    /// The first of them in the list that is shown.
    alike: Kept<(u64, Shape), Option<(Duplicate, usize)>>,
    comparing: Option<Comparing>,
    pasting: PastingContacts,
    seen: Option<AnyId>,
}

impl Default for ContactsView {
    fn default() -> Self {
        let mut people = KeptList::new("people", PEOPLE, Order::default());
        people.chosen.group = By::Side;
        Self {
            shape: Shape::default(),
            people,
            organisations: KeptList::new("organisations", ORGANISATIONS, Order::default())
                .grouped_by(GROUPS_OF_ORGANISATIONS),
            places: KeptList::new("places", PLACES, Order::default()).grouped_by(&[]),
            order: Precedence::default(),
            ways: Ways::default(),
            duplicates: Kept::default(),
            alike: Kept::default(),
            comparing: None,
            pasting: PastingContacts::default(),
            seen: None,
        }
    }
}

impl View for ContactsView {
    fn title(&self) -> &'static str {
        "Contacts"
    }

    fn takes_rows(&self) -> bool {
        // The order of precedence says who stands in it, not a spreadsheet.
        match self.shape {
            Shape::People => self.people.has_lines(),
            Shape::Organisations => self.organisations.has_lines(),
            Shape::Places => self.places.has_lines(),
            Shape::Precedence => false,
        }
    }

    fn paste_rows(&mut self) {
        self.pasting.open(self.shape, None);
    }

    fn has_filter(&self) -> bool {
        // What is a list takes rows and can be narrowed down; the order of precedence does neither.
        self.takes_rows()
    }

    fn focus_filter(&mut self) {
        match self.shape {
            Shape::People => self.people.focus_filter(),
            Shape::Organisations => self.organisations.focus_filter(),
            Shape::Places => self.places.focus_filter(),
            Shape::Precedence => {}
        }
    }

    fn lists(&mut self) -> Vec<&mut dyn Remembered> {
        vec![&mut self.people, &mut self.organisations, &mut self.places]
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        self.follow_selection(scene);
        let room = Room::of(ui, WIDE);
        self.bar_ui(ui, scene, room);
        let area = ui.available_rect_before_wrap();
        let alike = self.alike(scene);
        let strip = alike.as_ref().map_or(0.0, |_| STRIP + 2.0 * 12.0);
        let (top, bottom) = area.split_top_bottom_at_y(area.bottom() - strip);
        let mut top_ui = ui.new_child(UiBuilder::new().id_salt("list").max_rect(top));
        top_ui.set_clip_rect(top.intersect(ui.clip_rect()));
        match self.shape {
            Shape::People => self.people_ui(&mut top_ui, scene, room),
            Shape::Organisations => self.organisations_ui(&mut top_ui, scene, room),
            Shape::Places => self.places_ui(&mut top_ui, scene, room),
            Shape::Precedence => self.order_ui(&mut top_ui, scene),
        }
        if let Some((alike, count)) = alike {
            self.alike_ui(ui, scene, bottom, (&alike, count));
        }
        ui.advance_cursor_after_rect(area);
        if let Some(mut comparing) = self.comparing.take()
            && comparing.ui(ui, scene)
        {
            self.comparing = Some(comparing);
        }
        match self.pasting.ui(ui, scene) {
            Some(Shape::People) => self.people.show_new(scene),
            Some(Shape::Organisations) => self.organisations.show_new(scene),
            Some(Shape::Places) => self.places.show_new(scene),
            Some(Shape::Precedence) | None => {}
        }
    }
}

impl ContactsView {
    /// Shows the list in which what was selected elsewhere stands.
    fn follow_selection(&mut self, scene: &Scene<'_>) {
        let primary = scene.selection.primary();
        if self.seen == primary && !scene.selection.is_sought() {
            return;
        }
        self.seen = primary;
        self.shape = match (primary, self.shape) {
            (Some(AnyId::Person(id)), Shape::Precedence)
                if scene.insight.delegation().contains(&id) =>
            {
                Shape::Precedence
            }
            (Some(AnyId::Person(_)), _) => Shape::People,
            (Some(AnyId::Organisation(_)), _) => Shape::Organisations,
            (Some(AnyId::Place(_)), _) => Shape::Places,
            (_, shape) => shape,
        };
    }

    fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, room: Room) {
        let shape = self.shape;
        let new = match shape {
            Shape::People => "New person",
            Shape::Organisations => "New organisation",
            Shape::Places => "New place",
            Shape::Precedence => "New delegate",
        };
        let buttons = Buttons {
            new: Some(new),
            can_paste: self.takes_rows(),
        };
        let asked = bars::head(ui, room, "Contacts", buttons, |ui| {
            let shapes = [
                (Shape::People, "People"),
                (Shape::Organisations, "Organisations"),
                (Shape::Places, "Places"),
                (Shape::Precedence, "Precedence"),
            ];
            bars::shapes(ui, &mut self.shape, &shapes);
            match shape {
                Shape::People => self.people.head_ui(ui, scene, room, FIELD),
                Shape::Organisations => self.organisations.head_ui(ui, scene, room, FIELD),
                Shape::Places => self.places.head_ui(ui, scene, room, FIELD),
                Shape::Precedence => {}
            }
        });
        if asked.new {
            self.add(scene, shape);
        }
        if asked.paste {
            self.pasting.open(shape, None);
        }
    }

    /// Adds what the list is of, and selects it so that it can be filled in.
    fn add(&mut self, scene: &Scene<'_>, shape: Shape) {
        self.people.show_all();
        self.organisations.show_all();
        self.places.show_all();
        match shape {
            Shape::People => {
                scene.add_unnamed(Person::default());
            }
            Shape::Organisations => {
                scene.add_unnamed(Organisation::default());
            }
            Shape::Places => {
                scene.add_unnamed(Place::default());
            }
            Shape::Precedence => {
                scene.add_unnamed(Person {
                    side: Side::Home,
                    delegate: Some(Delegate::default()),
                    ..Person::default()
                });
            }
        }
    }

    fn order_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        if scene.insight.delegation().is_empty() {
            let words = "Nobody travels yet. The delegation stands here in its order of precedence: \
                         by class, then by how long each has held the office";
            if list::empty(ui, words, Some("New delegate")) {
                self.add(scene, Shape::Precedence);
            }
            return;
        }
        self.order.ui(ui, scene);
    }
}
