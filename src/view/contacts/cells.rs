//! What stands in the cells of people, organisations and places, to somebody who edits it there.

use crate::{
    edit::{Edit, entity::change_all},
    model::{
        entity::Entity, field::Value, id::Id, organisation::Organisation, person::Person,
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

    fn text(&self, _name: &str) -> String {
        self.name()
    }

    fn change(scene: &Scene<'_>, ids: &[Id<Self>], column: &str, value: &Value) -> Option<Edit> {
        let ("name", Value::Text(name)) = (column, value) else {
            return None;
        };
        let name = name.trim();
        let is_said = !name.is_empty();
        is_said.then(|| {
            change_all(scene.mission, ids, "Change name", |it| {
                Entity::rename(it, name)
            })
        })
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
}
