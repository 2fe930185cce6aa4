//! How far what was promised is, once the visit is over: by owner, by instrument, and what has slipped.

use egui::Ui;
use jiff::{Timestamp, civil::Date};

use crate::{
    insight::due::{self, Progress, Slip},
    model::{
        day_words,
        entity::Entity as _,
        follow_up::Origin,
        id::{AnyId, FollowUpId},
    },
    view::{
        cards::{self, Bar, card_title, cards_ui},
        command::Command,
        kept::Kept,
        scene::{Action, Earlier, Page, Scene, Selection},
    },
    widget::{
        button, field,
        theme::{self, MARGIN, Theme},
    },
};

/// In the strip over the list this many stand on a card.
const MOST_IN_STRIP: usize = 4;
/// In less room than this there is none for more than the list.
const LEAST: egui::Vec2 = egui::vec2(780.0, 560.0);

/// How much of what belongs together is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    name: String,
    progress: Progress,
    about: Vec<AnyId>,
}

/// A follow-up that has slipped, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Slipped {
    id: FollowUpId,
    title: String,
    words: String,
}

/// The strip over the list of follow-ups.
#[derive(Default)]
pub struct Strip {
    shown: Kept<(u64, Date, Option<Timestamp>), Shown>,
    /// Whether somebody opened or folded it; until then the size of the window says.
    is_open: Option<bool>,
}

/// What stands side by side in the strip.
enum Card {
    Owners,
    Slipped,
    Instruments,
}

#[derive(Default)]
struct Shown {
    owners: Vec<Share>,
    instruments: Vec<Share>,
    slipped: Vec<Slipped>,
    /// Since when, if it is known how the mission was before.
    since: Option<String>,
}

impl Strip {
    /// Draws it, when the visit is over.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        if scene.today <= scene.mission.last_day {
            return;
        }
        let since = last_time(scene).map(|it| it.since);
        let of = (scene.version, scene.today, since);
        let shown = self.shown.follow(of, || Shown::new(scene));
        let room = ui.available_size();
        let has_room = LEAST.x <= room.x && LEAST.y <= room.y;
        let is_open = self.is_open.unwrap_or(has_room);
        let margin = egui::Margin {
            top: if is_open { 12 } else { 0 },
            bottom: 0,
            ..egui::Margin::same(MARGIN as i8)
        };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            let words = if is_open {
                "Hide progress"
            } else {
                "Show progress"
            };
            if is_open {
                shown.ui(ui, scene);
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            let size = egui::vec2(ui.available_width(), theme::HIT);
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            ui.allocate_ui_with_layout(size, layout, |ui| {
                if button::small_link(ui, words).clicked() {
                    self.is_open = Some(!is_open);
                }
            });
        });
    }
}

impl Shown {
    fn new(scene: &Scene<'_>) -> Self {
        let since = last_time(scene).map(|it| scene.zone().local(it.since));
        let day = since.map(|it| day_words::short_day(it.date(), scene.today));
        Self {
            owners: of_owners(scene),
            instruments: of_instruments(scene),
            slipped: slipped(scene),
            since: day.map(|it| format!("Slipped since {it}")),
        }
    }

    fn ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let cards: Vec<Card> = [
            (Card::Owners, true),
            (Card::Slipped, self.since.is_some()),
            (Card::Instruments, !self.instruments.is_empty()),
        ]
        .into_iter()
        .filter_map(|(card, is_shown)| is_shown.then_some(card))
        .collect();
        let shares = vec![1.0; cards.len()];
        cards_ui(ui, "progress", &shares, 240.0, &[], |ui, at| {
            match cards.get(at) {
                Some(Card::Owners) => {
                    card_title(ui, "Done, by owner");
                    let more = Command::FollowUpsByOwner;
                    shares_ui(ui, scene, &self.owners, MOST_IN_STRIP, more);
                }
                Some(Card::Slipped) => self.slipped_ui(ui, scene),
                Some(Card::Instruments) => {
                    card_title(ui, "Done, by instrument");
                    let more = Command::GoInstruments;
                    shares_ui(ui, scene, &self.instruments, MOST_IN_STRIP, more);
                }
                None => {}
            }
        });
    }

    fn slipped_ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        card_title(ui, self.since.as_deref().unwrap_or_default());
        for slip in self.slipped.iter().take(MOST_IN_STRIP) {
            if cards::words_ui(ui, &slip.title, &slip.words).clicked() {
                scene.select(slip.id);
            }
        }
        let more = self.slipped.len().saturating_sub(MOST_IN_STRIP);
        if self.slipped.is_empty() {
            field::nothing(ui, "Nothing has slipped");
        } else if 0 < more {
            field::nothing(ui, &format!("and {more} more"));
        }
    }
}

/// Draws a bar for each share, `most` at the most; a click selects what it counts. How many more there are is a link
/// that does `more`.
pub fn shares_ui(ui: &mut Ui, scene: &Scene<'_>, shares: &[Share], most: usize, more: Command) {
    let theme = Theme::of(ui);
    let bar = |share: &Share| {
        let Progress {
            open,
            overdue,
            done,
        } = share.progress;
        let mut figure = format!("{done} of {}", open + done);
        if 0 < overdue {
            figure += &format!(", {overdue} late");
        }
        Bar {
            name: share.name.clone(),
            share: done as f32 / (open + done).max(1) as f32,
            colour: if 0 < overdue {
                theme.warning
            } else {
                theme.good
            },
            figure,
        }
    };
    let bars: Vec<Bar> = shares.iter().take(most).map(bar).collect();
    let clicked = cards::bars_ui(ui, 180.0, &bars).and_then(|at| shares.get(at));
    if let Some(share) = clicked {
        scene.push(Action::Go(Page::FollowUps));
        scene.push(Action::Select(Selection::many(share.about.iter().copied())));
    }
    let left = shares.len().saturating_sub(most);
    if 0 < left && button::small_link(ui, &format!("and {left} more")).clicked() {
        scene.push(Action::Command(more));
    }
}

/// How far everybody is, those with the most that is late first.
pub fn of_owners(scene: &Scene<'_>) -> Vec<Share> {
    let named = |owner: Option<_>| match owner {
        Some(owner) => scene.mission.name_of(owner),
        None => "Nobody yet".to_owned(),
    };
    let owners = scene.insight.due().owners();
    sorted(owners.map(|(owner, ids)| share(scene, named(owner), ids)))
}

/// How far what every instrument needs is.
fn of_instruments(scene: &Scene<'_>) -> Vec<Share> {
    let due = scene.insight.due();
    let all = scene.mission.instruments.iter().map(|(id, it)| {
        let ids = due.of_origin(Origin::Instrument(id));
        share(scene, it.name(), ids)
    });
    sorted(all.filter(|it| !it.about.is_empty()))
}

fn share(scene: &Scene<'_>, name: String, ids: &[FollowUpId]) -> Share {
    Share {
        name,
        progress: scene.insight.due().progress(ids),
        about: ids.iter().map(|it| (*it).into()).collect(),
    }
}

fn sorted(all: impl Iterator<Item = Share>) -> Vec<Share> {
    let mut all: Vec<Share> = all.collect();
    all.sort_by_key(|it| std::cmp::Reverse((it.progress.overdue, it.progress.open)));
    all
}

/// The mission as it was when it was last open here: since it was opened now, nothing can have slipped.
fn last_time<'a>(scene: &Scene<'a>) -> Option<&'a Earlier> {
    scene.earlier.filter(|it| it.was_last_time)
}

/// What has slipped since the mission was last seen, in words.
fn slipped(scene: &Scene<'_>) -> Vec<Slipped> {
    let Some(earlier) = last_time(scene) else {
        return Vec::new();
    };
    let then = scene.zone().local(earlier.since).date();
    let said = |day: Date| day_words::short_day(day, scene.today);
    due::slipped(&earlier.mission, then, scene.mission, scene.today)
        .into_iter()
        .map(|(id, slip)| Slipped {
            id,
            title: scene.mission.name_of(id),
            words: match slip {
                Slip::Reopened => "was done, and is owed again".to_owned(),
                Slip::PutOff { from, to } => {
                    format!("put off from {} to {}", said(from), said(to))
                }
                Slip::Missed(due) => format!("was due {}", said(due)),
            },
        })
        .collect()
}
