//! What stands in the cells of a follow-up, to somebody who edits it there.

use crate::{
    edit::{self, Edit},
    model::{
        field::Value,
        follow_up::{FollowUp, FollowUpStatus},
        id::Id,
        words::Choice as _,
    },
    view::{
        list::cells::{Cell, InPlace},
        scene::Scene,
    },
};

impl InPlace for FollowUp {
    fn cell(column: &str) -> Cell {
        match column {
            "title" => Cell::Field("title"),
            "side" => Cell::Field("side"),
            "owner" => Cell::Field("owners"),
            "due" => Cell::Field("due"),
            "topic" => Cell::Field("topics"),
            "status" => Cell::Field("status"),
            "organisation" => Cell::Field("counterpart"),
            "priority" => Cell::Field("priority"),
            "after" => Cell::Field("after"),
            "done_on" => Cell::Field("done_on"),
            "detail" => Cell::Field("detail"),
            _ => Cell::Shown,
        }
    }

    fn change(scene: &Scene<'_>, ids: &[Id<Self>], column: &str, value: &Value) -> Option<Edit> {
        let ("status", Value::Choice(place)) = (column, value) else {
            return None;
        };
        let status = *FollowUpStatus::ALL.get(*place)?;
        Some(edit::follow_ups::set_status(
            scene.mission,
            ids,
            status,
            scene.today,
        ))
    }
}
