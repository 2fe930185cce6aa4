//! Instruments from pasted rows.

use crate::{
    edit::{
        Edit,
        paste::{
            Pasted, Plan,
            instruments::{self, InstrumentSays},
        },
    },
    model::{id::Sort, instrument::Instrument},
    view::{list::pasting::Pastes, scene::Scene},
};

/// The rows are instruments.
pub struct PastesInstruments;

impl Pastes for PastesInstruments {
    type Thing = Instrument;
    type Says = InstrumentSays;
    const TITLE: &'static str = "Paste instruments";
    const HINT: &'static str = "Title, kind, parties, status, signed on…";
    const NOUNS: (&'static str, &'static str) = ("instrument", "instruments");

    fn plan(&self, scene: &Scene<'_>, pasted: &Pasted<InstrumentSays>) -> Plan<Instrument> {
        instruments::plan(scene.mission, pasted, scene.today)
    }

    fn edit(&self, scene: &Scene<'_>, plan: &Plan<Instrument>) -> Edit {
        instruments::add(
            scene.mission,
            plan,
            &mut scene.mint.borrow_mut(),
            scene.today,
        )
    }

    fn makes(says: InstrumentSays) -> Option<Sort> {
        match says {
            InstrumentSays::Parties => Some(Sort::Organisation),
            InstrumentSays::Place => Some(Sort::Place),
            _ => None,
        }
    }
}
