//! The lists of people, organisations and places, with what stands beside and below them.

use egui::{Rect, Ui, UiBuilder};

use super::{ContactsView, Shape, compare::Comparing, entry, entry::Entry, lines, many};
use crate::{
    model::{
        id::{AnyId, Id},
        organisation::Organisation,
        person::Person,
    },
    view::{
        list::{self, bars::Room, cells::InPlace, kept::KeptList, pasting::pasted_rows},
        scene::Scene,
    },
    widget::{table::Column, theme::Theme},
};

pub const PEOPLE: &[Column] = &[
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
pub const ORGANISATIONS: &[Column] = &[
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
pub const PLACES: &[Column] = &[
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
impl ContactsView {
    pub(super) fn people_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, room: Room) {
        if scene.mission.people.is_empty() {
            let words = "Nobody yet. The delegation and everybody it meets stand here: \
                         name, title, organisation, and what they are in";
            if list::empty(ui, words, Some("New person")) {
                self.add(scene, Shape::People);
            }
            return;
        }
        self.people.strip_ui(ui, scene, room);
        self.people.refresh(scene, |by| lines::people(scene, by));
        let selected = scene.selection.of::<Person>().len();
        let mut has_focus = false;
        list::above_many(ui, selected, |ui| {
            if self.people.is_empty() {
                return self.people.nothing_fits_ui(ui);
            }
            has_focus = list_ui(ui, scene, &mut self.people);
        });
        let compared = many::people_ui(ui, scene, &self.people);
        self.compare(scene, compared);
        self.take_pasted(ui, has_focus, Shape::People);
    }

    pub(super) fn organisations_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, room: Room) {
        if scene.mission.organisations.is_empty() {
            let words =
                "No organisations yet. Ministries, agencies and companies of both sides stand here";
            if list::empty(ui, words, Some("New organisation")) {
                self.add(scene, Shape::Organisations);
            }
            return;
        }
        self.organisations.strip_ui(ui, scene, room);
        self.organisations
            .refresh(scene, |by| lines::organisations(scene, by));
        let selected = scene.selection.of::<Organisation>().len();
        let mut has_focus = false;
        list::above_many(ui, selected, |ui| {
            if self.organisations.is_empty() {
                return self.organisations.nothing_fits_ui(ui);
            }
            has_focus = list_ui(ui, scene, &mut self.organisations);
        });
        let compared = many::organisations_ui(ui, scene, &self.organisations);
        self.compare(scene, compared);
        self.take_pasted(ui, has_focus, Shape::Organisations);
    }

    pub(super) fn places_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, room: Room) {
        if scene.mission.places.is_empty() {
            let words = "No places yet. Buildings, hotels and airports stand here, with their rooms \
                         and how long it takes from one to the other";
            if list::empty(ui, words, Some("New place")) {
                self.add(scene, Shape::Places);
            }
            return;
        }
        self.places.strip_ui(ui, scene, room);
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
            let has_focus = list_ui(ui, scene, &mut self.places);
            self.take_pasted(ui, has_focus, Shape::Places);
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
        let has_focus = list_ui(&mut rows_ui, scene, &mut self.places);
        self.take_pasted(ui, has_focus, Shape::Places);
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

    /// Shows two entries side by side, if somebody asked for that.
    fn compare(&mut self, scene: &Scene<'_>, compared: Option<[AnyId; 2]>) {
        if let Some([one, other]) = compared {
            self.comparing = Some(Comparing::new(scene, one, other));
        }
    }

    /// Takes rows in that were pasted while the keyboard was in a list.
    fn take_pasted(&mut self, ui: &Ui, has_focus: bool, shape: Shape) {
        if let Some(rows) = pasted_rows(ui, has_focus) {
            self.pasting.open(shape, Some(rows));
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
