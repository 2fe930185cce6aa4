//! Instruments: what is signed or negotiated, and how far it is.

mod cells;
mod lines;
mod pasting;

use egui::{Sides, Ui};

use super::{
    View,
    list::{
        self,
        bars::{self, Buttons, Room},
        kept::KeptList,
        line::Line as _,
        memory::Remembered,
        pasting::{Pasting, dialog_ui, pasted_rows},
    },
    scene::Scene,
};
use crate::{
    model::{id::InstrumentId, instrument::Instrument, words::Choice as _},
    widget::{
        chips, status,
        table::{self, Column, Sort},
        theme::Theme,
    },
};
use lines::Line;
use pasting::PastesInstruments;

/// From here on the head of the page has room for a filter or two.
const WIDE: f32 = 800.0;

const COLUMNS: &[Column] = &[
    Column::main("title", "Title", 220.0),
    Column::new("kind", "Kind", 218.0),
    Column::rest("parties", "Parties", 140.0),
    Column::new("status", "Status", 116.0),
    Column::new("signed", "Signed on", 110.0),
    Column::rest("ceremony", "Ceremony", 130.0),
    Column::new("owner", "Owner", 112.0).optional(),
    Column::new("next", "Next step", 180.0).optional(),
    Column::new("worth", "Worth", 110.0).optional(),
    Column::new("topics", "Topics", 150.0).optional(),
];

/// The list of instruments.
pub struct InstrumentsView {
    list: KeptList<InstrumentId, Line>,
    pasting: Option<Pasting<PastesInstruments>>,
}

impl Default for InstrumentsView {
    fn default() -> Self {
        let list = KeptList::new("instruments", COLUMNS, Sort::by("title"));
        Self {
            list,
            pasting: None,
        }
    }
}

impl View for InstrumentsView {
    fn title(&self) -> &'static str {
        "Instruments"
    }

    fn lists(&mut self) -> Vec<&mut dyn Remembered> {
        vec![&mut self.list]
    }

    fn takes_rows(&self) -> bool {
        true
    }

    fn paste_rows(&mut self) {
        self.pasting = Some(Pasting::new(PastesInstruments, None));
    }

    fn has_filter(&self) -> bool {
        self.list.has_lines()
    }

    fn focus_filter(&mut self) {
        self.list.focus_filter();
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let room = Room::of(ui, WIDE);
        let buttons = Buttons {
            new: Some("New instrument"),
            can_paste: true,
        };
        let asked = bars::head(ui, room, "Instruments", buttons, |ui| {
            self.list.head_ui(ui, scene, room, 200.0);
        });
        let mut makes_one = asked.new;
        if asked.paste {
            self.pasting = Some(Pasting::new(PastesInstruments, None));
        }
        if dialog_ui(&mut self.pasting, ui, scene) {
            self.list.show_new(scene);
        }
        if scene.mission.instruments.is_empty() {
            let words = "No instruments yet. A memorandum, a letter of intent or a contract stands \
                         here from the idea until it is signed, with its parties and what it needs";
            makes_one |= list::empty(ui, words, Some("New instrument"));
        } else {
            self.list.strip_ui(ui, scene, room);
            self.list.refresh(scene, |_| lines::lines(scene));
            if self.list.is_empty() {
                self.list.nothing_fits_ui(ui);
            } else {
                self.table_ui(ui, scene);
            }
        }
        if makes_one {
            scene.add_unnamed(Instrument::default());
        }
    }
}

impl InstrumentsView {
    fn table_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let response = self.list.table_ui(ui, scene, |ui, _, line, column| {
            cell_ui(ui, line, column);
        });
        list::perform(scene, &response);
        if let Some(rows) = pasted_rows(ui, response.has_focus) {
            self.pasting = Some(Pasting::new(PastesInstruments, Some(rows)));
        }
    }
}

/// Draws a cell.
fn cell_ui(ui: &mut Ui, line: &Line, column: &str) {
    let theme = Theme::of(ui);
    match column {
        "title" => {
            // What is owed is whole, however long the title.
            let height = ui.available_height();
            Sides::new().height(height).shrink_left().show(
                ui,
                |ui| table::main_text(ui, &line.title),
                |ui| {
                    if 0 < line.owed {
                        chips::tag(ui, &format!("{} owed", line.owed), None);
                    }
                },
            );
        }
        "parties" => {
            table::text(ui, &line.parties, theme.text);
        }
        "status" => {
            status::label(ui, status::of_instrument(line.status), line.status.label());
        }
        _ => {
            table::text(ui, &line.cell(column), theme.secondary);
        }
    }
}
