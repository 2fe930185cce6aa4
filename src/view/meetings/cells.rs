//! What stands in the cells of a meeting, to somebody who edits it there.

use super::lines;
use crate::{
    edit::{self, Edit},
    model::{
        brief::BriefStatus,
        field::Value,
        id::{AnyId, Id, MeetingId},
        item::Item,
        meeting::{Meeting, MeetingStatus},
        mission::Mission,
        words::Choice as _,
    },
    view::{
        find::Among,
        list::cells::{Cell, InPlace},
        scene::Scene,
    },
};

impl InPlace for Meeting {
    fn cell(column: &str) -> Cell {
        match column {
            "title" => Cell::Field("title"),
            "with" => Cell::Field("organisations"),
            "when" => Cell::Field("when"),
            "place" => Cell::Field("place"),
            "lead" => Cell::Thing(Among::Delegates),
            "status" => Cell::Field("status"),
            "brief" => Cell::Field("brief.status"),
            "kind" => Cell::Field("kind"),
            "topics" => Cell::Field("topics"),
            "priority" => Cell::Field("priority"),
            "asked" => Cell::Field("request.sent_on"),
            "chase" => Cell::Field("request.chase_on"),
            "notes" => Cell::Field("notes"),
            _ => Cell::Shown,
        }
    }

    fn text(&self, mission: &Mission, _lead: &str) -> String {
        let mut leads = lines::leads(mission, self);
        leads
            .next()
            .map_or_else(String::new, |it| mission.name_of(it))
    }

    fn item(&self) -> Option<Item<'_>> {
        Some(Item::Meeting(self))
    }

    fn change(scene: &Scene<'_>, ids: &[Id<Self>], column: &str, value: &Value) -> Option<Edit> {
        let ids: &[MeetingId] = ids;
        let mission = scene.mission;
        match (column, value) {
            ("lead", Value::One(Some(AnyId::Person(lead)))) => {
                edit::meeting::set_lead(mission, ids, *lead)
            }
            ("status", Value::Choice(place)) => {
                let status = *MeetingStatus::ALL.get(*place)?;
                Some(edit::meeting::set_status(mission, ids, status, scene.today))
            }
            ("brief", Value::Choice(place)) => {
                let status = *BriefStatus::ALL.get(*place)?;
                let edit = edit::meeting::set_brief_status(mission, ids, status, scene.today);
                Some(edit)
            }
            ("place", Value::One(Some(AnyId::Place(place)))) => {
                Some(edit::meeting::set_place(mission, ids, Some(*place)))
            }
            ("place", Value::One(None)) => Some(edit::meeting::set_place(mission, ids, None)),
            _ => None,
        }
    }
}
