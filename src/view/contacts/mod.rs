//! Contacts: people, organisations and places as lists, and the delegation in its order of precedence.

mod cells;
mod compare;
mod entry;
mod lines;
mod many;
mod only;
mod pasting;
mod precedence;
mod travel;

use std::collections::BTreeSet;

use egui::{Rect, Ui, UiBuilder, vec2};

use super::{
    View,
    kept::Kept,
    list::{
        self,
        cells::InPlace,
        kept::KeptList,
        memory::Remembered,
        pasting::{Pasting, dialog_ui, pasted_rows},
    },
    scene::Scene,
};
use crate::{
    edit,
    insight::duplicates::{self, Duplicate},
    model::{
        delegate::Delegate,
        id::{AnyId, Id, OrganisationId, PersonId, PlaceId},
        organisation::{Organisation, Side},
        person::Person,
        place::Place,
        table::Table as Entities,
    },
    widget::{
        button,
        table::{Column, Sort as Order},
        theme::{MARGIN, Theme},
    },
};
use compare::Comparing;
use entry::{Entry, GROUPS_OF_ORGANISATIONS};
use lines::By;
use pasting::{PastesPeople, astray_ui};
use precedence::Order as Precedence;
use travel::Ways;

const PEOPLE: &[Column] = &[
    Column::main("name", "Name", 190.0),
    Column::rest("title", "Title", 150.0),
    Column::rest("organisation", "Organisation", 150.0),
    Column::rest("role", "Role", 120.0),
    Column::new("items", "Items", 66.0).right(),
    Column::new("owed", "Owed", 66.0).right(),
    Column::new("email", "E-mail", 190.0).optional(),
    Column::new("phone", "Telephone", 130.0).optional(),
    Column::new("languages", "Languages", 120.0).optional(),
    Column::new("local", "In their script", 150.0).optional(),
    Column::new("side", "Side", 92.0).optional(),
    Column::new("notes", "Notes", 200.0).optional(),
];
const ORGANISATIONS: &[Column] = &[
    Column::main("name", "Name", 230.0),
    Column::rest("kind", "Kind", 130.0),
    Column::new("side", "Side", 92.0),
    Column::new("country", "Country", 116.0),
    Column::new("people", "People", 74.0).right(),
    Column::new("meetings", "Meetings", 86.0).right(),
    Column::new("owed", "Owed", 66.0).right(),
    Column::new("short", "Short name", 110.0).optional(),
    Column::new("local", "In their script", 150.0).optional(),
    Column::new("notes", "Notes", 200.0).optional(),
];
const PLACES: &[Column] = &[
    Column::main("name", "Name", 200.0),
    Column::new("city", "City", 112.0),
    Column::rest("rooms", "Rooms", 110.0),
    Column::new("zone", "Zone", 104.0),
    Column::new("items", "Items", 66.0).right(),
    Column::new("address", "Address", 200.0).optional(),
    Column::new("short", "Short name", 110.0).optional(),
];

/// Narrower than this, the ways from a place stand below the list.
const SIDE_BY_SIDE: f32 = 760.0;
/// How high the strip at the bottom is.
const STRIP: f32 = 36.0;

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
    pasting: Option<Pasting<PastesPeople>>,
    seen: Option<AnyId>,
    /// Rows that were pasted where none can be.
    astray: Option<String>,
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
            pasting: None,
            seen: None,
            astray: None,
        }
    }
}

/// What duplicates rest on: the tables as they are in memory, and who was told apart.
struct Tables(
    Entities<Person>,
    Entities<Organisation>,
    BTreeSet<(AnyId, AnyId)>,
);

impl PartialEq for Tables {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&other.0) && self.1.is_same(&other.1) && self.2 == other.2
    }
}

impl View for ContactsView {
    fn title(&self) -> &'static str {
        "Contacts"
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
        self.bar_ui(ui, scene);
        let area = ui.available_rect_before_wrap();
        let alike = self.alike(scene);
        let strip = alike.as_ref().map_or(0.0, |_| STRIP + 2.0 * 12.0);
        let (top, bottom) = area.split_top_bottom_at_y(area.bottom() - strip);
        let mut top_ui = ui.new_child(UiBuilder::new().id_salt("list").max_rect(top));
        top_ui.set_clip_rect(top.intersect(ui.clip_rect()));
        match self.shape {
            Shape::People => self.people_ui(&mut top_ui, scene),
            Shape::Organisations => self.organisations_ui(&mut top_ui, scene),
            Shape::Places => self.places_ui(&mut top_ui, scene),
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
        if let Some(text) = astray_ui(ui, &mut self.astray) {
            self.shape = Shape::People;
            self.pasting = Some(Pasting::of(PastesPeople::default(), text));
        }
        dialog_ui(&mut self.pasting, ui, scene);
    }
}

impl ContactsView {
    /// Shows the list in which what was selected elsewhere stands.
    fn follow_selection(&mut self, scene: &Scene<'_>) {
        let primary = scene.selection.primary();
        if self.seen == primary {
            return;
        }
        self.seen = primary;
        self.shape = match (primary, self.shape) {
            (Some(AnyId::Person(_)), Shape::Precedence) => Shape::Precedence,
            (Some(AnyId::Person(_)), _) => Shape::People,
            (Some(AnyId::Organisation(_)), _) => Shape::Organisations,
            (Some(AnyId::Place(_)), _) => Shape::Places,
            (_, shape) => shape,
        };
    }

    fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let mut makes_one = false;
        let mut pastes = false;
        let shape = self.shape;
        let left = |ui: &mut Ui| {
            let shapes = [
                (Shape::People, "People"),
                (Shape::Organisations, "Organisations"),
                (Shape::Places, "Places"),
                (Shape::Precedence, "Precedence"),
            ];
            button::segmented(ui, &mut self.shape, &shapes);
            match shape {
                Shape::People => {
                    self.people.filters_ui(ui, scene, 146.0);
                }
                Shape::Organisations => {
                    self.organisations.filters_ui(ui, scene, 180.0);
                }
                Shape::Places => {
                    self.places.filters_ui(ui, scene, 180.0);
                }
                Shape::Precedence => {}
            }
        };
        let right = |ui: &mut Ui| {
            let new = match shape {
                Shape::People => "New person",
                Shape::Organisations => "New organisation",
                Shape::Places => "New place",
                Shape::Precedence => "New delegate",
            };
            makes_one = button::primary(ui, new).clicked();
            if shape == Shape::People {
                pastes = button::secondary(ui, "Paste rows…").clicked();
            }
        };
        list::bar(ui, "Contacts", left, right);
        if makes_one {
            self.add(scene, shape);
        }
        if pastes {
            self.pasting = Some(Pasting::new(PastesPeople::default()));
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

    fn people_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        if scene.mission.people.is_empty() {
            let words = "Nobody yet. The delegation and everybody it meets stand here: \
                         name, title, organisation, and what they are in";
            if list::empty(ui, words, Some("New person")) {
                self.add(scene, Shape::People);
            }
            return;
        }
        self.people.strip_ui(ui, scene);
        self.people.refresh(scene, |by| lines::people(scene, by));
        if self.people.is_empty() {
            return self.people.nothing_fits_ui(ui);
        }
        many::many_ui(ui, scene, &self.people);
        let has_focus = list_ui(ui, scene, &mut self.people);
        if let Some(text) = pasted_rows(ui, has_focus) {
            self.pasting = Some(Pasting::of(PastesPeople::default(), text));
        }
    }

    fn organisations_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        if scene.mission.organisations.is_empty() {
            let words =
                "No organisations yet. Ministries, agencies and companies of both sides stand here";
            if list::empty(ui, words, Some("New organisation")) {
                self.add(scene, Shape::Organisations);
            }
            return;
        }
        self.organisations.strip_ui(ui, scene);
        self.organisations
            .refresh(scene, |by| lines::organisations(scene, by));
        if self.organisations.is_empty() {
            return self.organisations.nothing_fits_ui(ui);
        }
        let has_focus = list_ui(ui, scene, &mut self.organisations);
        if let Some(text) = pasted_rows(ui, has_focus) {
            self.astray = Some(text);
        }
    }

    fn places_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        if scene.mission.places.is_empty() {
            let words = "No places yet. Buildings, hotels and airports stand here, with their rooms \
                         and how long it takes from one to the other";
            if list::empty(ui, words, Some("New place")) {
                self.add(scene, Shape::Places);
            }
            return;
        }
        self.places.strip_ui(ui, scene);
        self.places.refresh(scene, |_| lines::places(scene));
        if self.places.is_empty() {
            return self.places.nothing_fits_ui(ui);
        }
        let area = ui.available_rect_before_wrap();
        let selected = match scene.selection.primary() {
            Some(AnyId::Place(id)) => Some(id),
            _ => None,
        };
        let Some(place) = selected else {
            list_ui(ui, scene, &mut self.places);
            return;
        };
        let beside = SIDE_BY_SIDE <= area.width();
        let (list, ways): (Rect, Rect) = if beside {
            area.split_left_right_at_x(area.right() - 300.0)
        } else {
            area.split_top_bottom_at_y(area.top() + (area.height() * 0.55).round())
        };
        let mut rows_ui = ui.new_child(UiBuilder::new().id_salt("places").max_rect(list));
        rows_ui.set_clip_rect(list.intersect(ui.clip_rect()));
        list_ui(&mut rows_ui, scene, &mut self.places);
        let mut ways_ui = ui.new_child(UiBuilder::new().id_salt("ways").max_rect(ways));
        ways_ui.set_clip_rect(ways.intersect(ui.clip_rect()));
        self.ways.ui(&mut ways_ui, scene, place);
        let line = Theme::of(ui).hairline();
        if beside {
            ui.painter().vline(ways.left(), ways.y_range(), line);
        } else {
            ui.painter().hline(ways.x_range(), ways.top(), line);
        }
        ui.advance_cursor_after_rect(area);
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

    /// The first two entries of this list that look like one, unless somebody said that they are two; and how
    /// many such pairs there are.
    fn alike(&mut self, scene: &Scene<'_>) -> Option<(Duplicate, usize)> {
        let of = (scene.version, self.shape);
        let mut alike = std::mem::take(&mut self.alike);
        let found = alike.follow(of, || self.first_alike(scene)).clone();
        self.alike = alike;
        found
    }

    fn first_alike(&mut self, scene: &Scene<'_>) -> Option<(Duplicate, usize)> {
        let tables = Tables(
            scene.mission.people.clone(),
            scene.mission.organisations.clone(),
            scene.mission.told_apart.clone(),
        );
        let shape = self.shape;
        let is_here = |it: &&Duplicate| match it.one {
            AnyId::Person(_) => shape == Shape::People,
            AnyId::Organisation(_) => shape == Shape::Organisations,
            _ => false,
        };
        let all = self
            .duplicates
            .follow(tables, || duplicates::likely(scene.mission));
        let mut here = all.iter().filter(is_here);
        let first = here.next()?.clone();
        Some((first, 1 + here.count()))
    }

    fn alike_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        area: Rect,
        (alike, count): (&Duplicate, usize),
    ) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(area, 0.0, theme.surface);
        let strip = area.shrink2(vec2(MARGIN.min(area.width() / 8.0), 12.0));
        let mut strip_ui = ui.new_child(UiBuilder::new().id_salt("alike").max_rect(strip));
        strip_ui.set_clip_rect(area.intersect(ui.clip_rect()));
        let names = [alike.one, alike.other].map(|it| scene.mission.name_of(it));
        let [one, other] = &names;
        let noun = alike.one.sort().noun();
        let (compares, are_two) =
            compare::strip_ui(&mut strip_ui, (one, other), noun, &alike.reason, count);
        if compares {
            self.comparing = Some(Comparing::new(scene, alike.one, alike.other));
        }
        if are_two {
            let edit = edit::entity::tell_apart(scene.mission, alike.one, alike.other);
            scene.edit(edit);
        }
    }
}

/// A list of contacts, in all the room there is. Returns whether the keyboard is in it.
fn list_ui<T: InPlace>(ui: &mut Ui, scene: &Scene<'_>, list: &mut KeptList<Id<T>, Entry>) -> bool
where
    AnyId: From<Id<T>>,
{
    let response = list.table_ui(ui, scene, |ui, _, entry, column| {
        entry::cell_ui(ui, entry, column);
    });
    list::perform(scene, &response);
    response.has_focus
}
