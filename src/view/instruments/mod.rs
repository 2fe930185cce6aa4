//! Instruments: what is signed or negotiated, and how far it is.

use std::{cmp::Ordering, collections::BTreeMap};

use egui::Ui;
use jiff::civil::Date;

use super::{
    View, list,
    scene::{Action, Scene, Selection},
};
use crate::{
    edit,
    insight::fold::fold,
    model::{
        day_words,
        id::InstrumentId,
        instrument::{Instrument, InstrumentKind, InstrumentStatus},
        mission::Mission,
        words::Choice as _,
    },
    widget::{
        chips, status,
        table::{self, Column, Rows, Sort, Table},
        text,
        theme::Theme,
    },
};

const COLUMNS: &[Column] = &[
    Column::rest("title", "Title", 220.0),
    Column::new("kind", "Kind", 218.0),
    Column::new("parties", "Parties", 140.0),
    Column::new("status", "Status", 116.0),
    Column::new("signed", "Signed on", 110.0),
    Column::new("ceremony", "Ceremony", 130.0),
];

/// An instrument as its row shows it.
struct Line {
    title: String,
    kind: InstrumentKind,
    parties: String,
    status: InstrumentStatus,
    signed_on: Option<Date>,
    signed: String,
    ceremony: String,
    owed: usize,
    folded: String,
}

/// The list of instruments.
pub struct InstrumentsView {
    typed: String,
    wants_filter: bool,
    is_grouped: bool,
    sort: Sort,
    lines: BTreeMap<InstrumentId, Line>,
    lines_of: Option<(u64, Date)>,
    rows: Rows<InstrumentId>,
    rows_of: Option<(u64, Date, String, Sort, bool)>,
}

impl Default for InstrumentsView {
    fn default() -> Self {
        Self {
            typed: String::new(),
            wants_filter: false,
            is_grouped: true,
            sort: Sort::by("title"),
            lines: BTreeMap::new(),
            lines_of: None,
            rows: Rows::default(),
            rows_of: None,
        }
    }
}

impl View for InstrumentsView {
    fn title(&self) -> &'static str {
        "Instruments"
    }

    fn focus_filter(&mut self) {
        self.wants_filter = true;
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let mut makes_one = false;
        list::bar(
            ui,
            "Instruments",
            |ui| {
                let groups = [(true, "status"), (false, "nothing")];
                list::choose(ui, "Group by", &mut self.is_grouped, &groups);
                let field = list::filter_id("instruments");
                let hint = "Filter instruments";
                let field = text::filter(ui, field, &mut self.typed, hint, 200.0);
                if std::mem::take(&mut self.wants_filter) {
                    field.request_focus();
                }
            },
            |ui| makes_one = crate::widget::button::primary(ui, "New instrument").clicked(),
        );
        if scene.mission.instruments.is_empty() {
            let words = "No instruments yet. A memorandum, a letter of intent or a contract stands \
                         here from the idea until it is signed, with its parties and what it needs";
            makes_one |= list::empty(ui, words, Some("New instrument"));
        } else {
            self.refresh(scene);
            if self.rows.is_empty() {
                let words = "No instrument fits what you filter by";
                if list::empty(ui, words, Some("Show all")) {
                    self.typed.clear();
                }
            } else {
                self.table_ui(ui, scene);
            }
        }
        if makes_one {
            let id: InstrumentId = scene.new_id();
            scene.edit(edit::entity::add(scene.mission, id, Instrument::default()));
            scene.push(Action::Select(Selection::one(id)));
        }
    }
}

impl InstrumentsView {
    fn refresh(&mut self, scene: &Scene<'_>) {
        let of = (scene.version, scene.today);
        if self.lines_of != Some(of) {
            let all = scene.mission.instruments.iter();
            self.lines = all.map(|(id, it)| (id, line(scene, id, it))).collect();
            self.lines_of = Some(of);
        }
        let of = (
            scene.version,
            scene.today,
            self.typed.clone(),
            self.sort.clone(),
            self.is_grouped,
        );
        if self.rows_of.as_ref() == Some(&of) {
            return;
        }
        let typed = fold(&self.typed);
        let fits = |line: &Line| typed.split_whitespace().all(|it| line.folded.contains(it));
        let mut chosen: Vec<(InstrumentId, &Line)> = self
            .lines
            .iter()
            .filter(|(_, line)| fits(line))
            .map(|(id, line)| (*id, line))
            .collect();
        chosen.sort_by(|(_, x), (_, y)| self.sort.order(|column| compare(x, y, column)));
        let row = |(id, line): (InstrumentId, &Line)| (id, line.title.clone());
        if self.is_grouped {
            let mut groups: BTreeMap<InstrumentStatus, Vec<_>> = BTreeMap::new();
            for (id, line) in chosen {
                groups.entry(line.status).or_default().push(row((id, line)));
            }
            let groups = groups.into_iter();
            self.rows
                .set_grouped(groups.map(|(status, things)| (status.label().to_owned(), things)));
        } else {
            self.rows.set_plain(chosen.into_iter().map(row));
        }
        self.rows_of = Some(of);
    }

    fn table_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let lines = &self.lines;
        let words = |id: InstrumentId, column: &'static str| {
            lines
                .get(&id)
                .map_or_else(String::new, |it| in_words(it, column))
        };
        let response = Table::new("instruments", COLUMNS)
            .selected(&|id| scene.selection.contains(id))
            .copies(&words)
            .show(ui, &mut self.rows, &mut self.sort, |ui, id, column| {
                if let Some(line) = lines.get(&id) {
                    cell_ui(ui, line, column);
                }
            });
        list::perform(scene, &response);
    }
}

fn line(scene: &Scene<'_>, id: InstrumentId, it: &Instrument) -> Line {
    let mission = scene.mission;
    let names = it.parties.iter().map(|id| {
        let party = mission.organisations.get(*id);
        party.map_or_else(|| mission.name_of(*id), |it| it.short_name().to_owned())
    });
    let parties = names.collect::<Vec<_>>().join(", ");
    let ceremony = ceremony(mission, it);
    let title = mission.name_of(id);
    let signed = it
        .signed_on
        .map(|day| day_words::short_day(day, scene.today));
    let folded = fold(&format!("{title} {parties} {ceremony} {}", it.kind.label()));
    Line {
        title,
        kind: it.kind,
        parties,
        status: it.status,
        signed_on: it.signed_on,
        signed: signed.unwrap_or_default(),
        ceremony,
        owed: scene.insight.due().progress_of_instrument(id).open,
        folded,
    }
}

fn ceremony(mission: &Mission, it: &Instrument) -> String {
    let Some(id) = it.ceremony else {
        return String::new();
    };
    let slot = mission.sessions.get(id).and_then(|it| it.when.slot());
    let when = slot.map(|it| it.local_start().strftime("%a %H:%M · ").to_string());
    format!("{}{}", when.unwrap_or_default(), mission.name_of(id))
}

fn compare(x: &Line, y: &Line, column: &str) -> Ordering {
    match column {
        "title" => fold(&x.title).cmp(&fold(&y.title)),
        "kind" => x.kind.cmp(&y.kind),
        "parties" => fold(&x.parties).cmp(&fold(&y.parties)),
        "status" => x.status.cmp(&y.status),
        "signed" => (x.signed_on.is_none(), x.signed_on).cmp(&(y.signed_on.is_none(), y.signed_on)),
        "ceremony" => x.ceremony.cmp(&y.ceremony),
        _ => Ordering::Equal,
    }
}

fn cell_ui(ui: &mut Ui, line: &Line, column: &str) {
    let theme = Theme::of(ui);
    match column {
        "title" => {
            table::main_text(ui, &line.title);
            if 0 < line.owed {
                chips::tag(ui, &format!("{} owed", line.owed), None);
            }
        }
        "parties" => {
            table::text(ui, &line.parties, theme.text);
        }
        "status" => {
            status::label(ui, status::of_instrument(line.status), line.status.label());
        }
        _ => {
            table::text(ui, &in_words(line, column), theme.secondary);
        }
    }
}

/// A cell as text.
fn in_words(line: &Line, column: &str) -> String {
    match column {
        "title" => line.title.clone(),
        "kind" => line.kind.label().to_owned(),
        "parties" => line.parties.clone(),
        "status" => line.status.label().to_owned(),
        "signed" => line.signed.clone(),
        "ceremony" => line.ceremony.clone(),
        _ => String::new(),
    }
}
