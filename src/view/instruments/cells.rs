//! What stands in the cells of an instrument, to somebody who edits it there.

use crate::{
    edit::{self, Edit},
    model::{
        field::Value,
        id::Id,
        instrument::{Instrument, InstrumentStatus},
        words::Choice as _,
    },
    view::{
        list::cells::{Cell, InPlace},
        scene::Scene,
    },
};

impl InPlace for Instrument {
    fn cell(column: &str) -> Cell {
        match column {
            "title" => Cell::Field("title"),
            "kind" => Cell::Field("kind"),
            "parties" => Cell::Field("parties"),
            "status" => Cell::Field("status"),
            "signed" => Cell::Field("signed_on"),
            "ceremony" => Cell::Field("ceremony"),
            "owner" => Cell::Field("owner"),
            "next" => Cell::Field("next_step"),
            "worth" => Cell::Field("worth"),
            "topics" => Cell::Field("topics"),
            _ => Cell::Shown,
        }
    }
    fn change(scene: &Scene<'_>, ids: &[Id<Self>], column: &str, value: &Value) -> Option<Edit> {
        let ("status", Value::Choice(place)) = (column, value) else {
            return None;
        };
        let status = *InstrumentStatus::ALL.get(*place)?;
        Some(edit::instruments::set_status(
            scene.mission,
            ids,
            status,
            scene.today,
        ))
    }
}
