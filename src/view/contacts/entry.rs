//! A contact as its row shows it: what stands in its cells, and what it passes.

use std::collections::BTreeSet;

use egui::{RichText, Role, Ui, WidgetInfo};

use super::{lines::By, only::Only};
use crate::{
    model::{fold::fold, mission::Mission},
    view::list::{
        line::{Line, Offered, Rank},
        saved::Ready,
    },
    widget::{
        chips, table,
        theme::{self, BODY, Theme},
    },
};

/// One contact, with all that the list says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// Up to two letters that stand for it; none where no round is drawn.
    pub initials: String,
    /// What stands in its columns besides, by their key.
    pub texts: Vec<(&'static str, String)>,
    /// The figures, by the key of their column.
    pub figures: Vec<(&'static str, usize)>,
    /// Whether something of what is owed is overdue.
    pub overdue: bool,
    /// The groups it belongs to, and where each stands among the others.
    pub groups: Vec<(i64, String)>,
    /// Its place while nobody has sorted.
    pub rank: usize,
    /// The filters it passes.
    pub tags: Vec<Only>,
    /// All its text, folded.
    pub searched: String,
}

impl Entry {
    fn text(&self, column: &str) -> &str {
        if column == "name" {
            return &self.name;
        }
        let found = self.texts.iter().find(|(key, _)| *key == column);
        found.map_or("", |(_, text)| text)
    }

    fn figure(&self, column: &str) -> Option<usize> {
        let found = self.figures.iter().find(|(key, _)| *key == column);
        found.map(|(_, figure)| *figure)
    }

    /// The same, with all its text ready to be searched.
    #[must_use]
    pub fn searchable(mut self) -> Self {
        let texts = self.texts.iter().map(|(_, text)| text.as_str());
        let all: Vec<&str> = texts.chain([self.name.as_str()]).collect();
        self.searched = fold(&all.join("\n"));
        self
    }
}

/// What organisations can be grouped by.
pub const GROUPS_OF_ORGANISATIONS: &[(By, &str)] = &[
    (By::Side, "side"),
    (By::Kind, "kind"),
    (By::Country, "country"),
    (By::Nothing, "nothing"),
];

impl Line for Entry {
    type Filter = Only;
    type Group = By;
    const READY: &'static [Ready<Only>] = &[
        ("On the programme", &[Only::OnProgramme]),
        ("Not on the programme", &[Only::NotOnProgramme]),
        ("Owing something", &[Only::Owing]),
    ];
    const GROUPS: &'static [(By, &'static str)] = &[
        (By::Side, "side"),
        (By::Organisation, "organisation"),
        (By::Role, "role"),
        (By::Topic, "topic"),
        (By::Nothing, "nothing"),
    ];

    fn name(&self) -> &str {
        &self.name
    }

    fn narrow_offered<'a>(offered: &mut Offered<Only>, lines: impl Iterator<Item = &'a Self>) {
        // What is said of people is not said of places.
        let carried: BTreeSet<Only> = lines.flat_map(|it| it.tags.iter().copied()).collect();
        for (_, all) in offered {
            all.retain(|it| carried.contains(it));
        }
    }

    fn searched(&self) -> &str {
        &self.searched
    }

    fn cell(&self, column: &str) -> String {
        match self.figure(column) {
            Some(0) => String::new(),
            Some(figure) => figure.to_string(),
            None => self.text(column).to_owned(),
        }
    }

    fn rank(&self, column: &str) -> Rank {
        match self.figure(column).map(i64::try_from) {
            // Of figures one wants the large ones first.
            Some(figure) => figure.map_or(Rank::Last, |it| Rank::Number(-it)),
            None => Rank::text(self.text(column)),
        }
    }

    fn tie(&self) -> (i64, String) {
        (
            i64::try_from(self.rank).unwrap_or(i64::MAX),
            fold(&self.name),
        )
    }

    fn passes(&self, filter: Only, _: &Mission) -> bool {
        self.tags.contains(&filter)
    }

    fn headings(&self, _: By) -> Vec<(i64, String)> {
        self.groups.clone()
    }
}

/// Draws a cell.
pub fn cell_ui(ui: &mut Ui, entry: &Entry, column: &str) {
    let theme = Theme::of(ui);
    match column {
        "name" => {
            if !entry.initials.is_empty() {
                chips::initials(ui, &entry.initials, 24.0);
                ui.add_space(theme::GRID);
            }
            table::main_text(ui, &entry.name);
        }
        "owed" => {
            let owed = entry.cell(column);
            let ink = if entry.overdue {
                theme.error
            } else {
                theme.text
            };
            let text = RichText::new(&owed).font(theme::regular(BODY)).color(ink);
            let label = ui.label(text);
            if entry.overdue {
                let said = format!("{owed}, overdue");
                label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
                label.on_hover_text("Something is overdue");
            }
        }
        "organisation" | "kind" | "items" | "meetings" | "people" => {
            table::text(ui, &entry.cell(column), theme.text);
        }
        _ => {
            table::text(ui, &entry.cell(column), theme.secondary);
        }
    }
}
