//! What stands in the cells of people, organisations and places, to somebody who edits it there.

use crate::{
    edit::{self, Edit, entity::change_all},
    model::{
        entity::Entity,
        field::Value,
        id::{AnyId, Id},
        mission::Mission,
        organisation::Organisation,
        person::Person,
        place::Place,
    },
    view::{
        list::cells::{Cell, InPlace},
        scene::Scene,
    },
};

impl InPlace for Person {
    fn cell(column: &str) -> Cell {
        match column {
            "name" => Cell::Text,
            "title" => Cell::Field("title"),
            "organisation" => Cell::Field("organisation"),
            "email" => Cell::Field("emails"),
            "phone" => Cell::Field("phones"),
            "languages" => Cell::Field("languages"),
            "local" => Cell::Field("local_name"),
            "notes" => Cell::Field("notes"),
            _ => Cell::Shown,
        }
    }

    fn text(&self, _mission: &Mission, _name: &str) -> String {
        self.name()
    }

    fn change(scene: &Scene<'_>, ids: &[Id<Self>], column: &str, value: &Value) -> Option<Edit> {
        let mission = scene.mission;
        match (column, value) {
            ("name", Value::Text(name)) if !name.trim().is_empty() => {
                let rename = |it: &mut Self| Entity::rename(it, name.trim());
                Some(change_all(mission, ids, "Change name", rename))
            }
            ("organisation", Value::One(None)) => {
                Some(edit::people::set_organisation(mission, ids, None))
            }
            ("organisation", Value::One(Some(AnyId::Organisation(id)))) => {
                Some(edit::people::set_organisation(mission, ids, Some(*id)))
            }
            _ => None,
        }
    }
}

impl InPlace for Organisation {
    fn cell(column: &str) -> Cell {
        match column {
            "name" => Cell::Field("name"),
            "kind" => Cell::Field("kind"),
            "side" => Cell::Field("side"),
            "country" => Cell::Field("country"),
            "short" => Cell::Field("acronym"),
            "local" => Cell::Field("local_name"),
            "notes" => Cell::Field("notes"),
            _ => Cell::Shown,
        }
    }
}

impl InPlace for Place {
    fn cell(column: &str) -> Cell {
        match column {
            "name" => Cell::Field("name"),
            "city" => Cell::Field("city"),
            "address" => Cell::Field("address"),
            "short" => Cell::Field("short_name"),
            _ => Cell::Shown,
        }
    }

    fn change(scene: &Scene<'_>, ids: &[Id<Self>], column: &str, value: &Value) -> Option<Edit> {
        match (column, value) {
            ("city", Value::Text(city)) => Some(edit::place::set_city(scene.mission, ids, city)),
            _ => None,
        }
    }
}
