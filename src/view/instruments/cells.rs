//! What stands in the cells of an instrument, to somebody who edits it there.

use crate::{
    model::instrument::Instrument,
    view::list::cells::{Cell, InPlace},
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
}
