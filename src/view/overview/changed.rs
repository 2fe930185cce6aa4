//! What is another since the mission was last open here: one line a thing, the lines that one sees at a glance.

use egui::Ui;

use crate::{
    insight::changes::{self, Change, What},
    model::{day_words, id::AnyId},
    view::{
        cards,
        scene::{Earlier, Scene},
    },
};

/// More lines than this nobody reads at a glance.
const MOST: usize = 8;
/// Of one thing this many fields are told.
const MOST_FIELDS: usize = 2;

/// What changed, in words, worked out once a version.
#[derive(Debug, Default)]
pub struct Changed {
    title: String,
    lines: Vec<Line>,
    /// How many more things changed than there are lines.
    more: usize,
}

#[derive(Debug)]
struct Line {
    id: AnyId,
    name: String,
    words: String,
}

impl Changed {
    /// Since an earlier version, if there is one.
    pub fn new(scene: &Scene<'_>) -> Self {
        let Some(earlier) = scene.earlier else {
            return Self::default();
        };
        let all = changes::changes(&earlier.mission, scene.mission);
        let more = all.len().saturating_sub(MOST);
        let lines = all.into_iter().take(MOST).map(line);
        Self {
            title: title(scene, earlier),
            lines: lines.collect(),
            more,
        }
    }

    /// Whether nothing did.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Draws it on a card.
    pub fn ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        cards::card_title(ui, &self.title);
        for line in &self.lines {
            let clicked = cards::words_ui(ui, &line.name, &line.words).clicked();
            if clicked && scene.mission.has(line.id) {
                scene.jump(line.id);
            }
        }
        if 0 < self.more {
            let words = match self.more {
                1 => "and 1 more thing".to_owned(),
                more => format!("and {more} more things"),
            };
            crate::widget::field::nothing(ui, &words);
        }
    }
}

fn title(scene: &Scene<'_>, earlier: &Earlier) -> String {
    let since = scene.zone().local(earlier.since);
    let day = day_words::short_day(since.date(), scene.today);
    let clock = day_words::clock(since.time());
    let when = if earlier.was_last_time {
        "Changed since it was last open here"
    } else {
        "Changed since you opened it"
    };
    format!("{when}, {day} {clock}")
}

fn line(change: Change) -> Line {
    let Change { id, name, what } = change;
    let words = match what {
        What::Added => "new".to_owned(),
        What::Removed => "removed".to_owned(),
        What::Changed(fields) => {
            let told = fields.iter().take(MOST_FIELDS).map(|it| it.sentence());
            let told = told.collect::<Vec<_>>().join(" · ");
            match fields.len().saturating_sub(MOST_FIELDS) {
                0 => told,
                more => format!("{told} · and {more} more"),
            }
        }
    };
    Line { id, name, words }
}
