//! Overview: the visit at a glance; each figure is a link to what it counts.

mod changed;
mod grid;
mod picture;

use egui::{RichText, ScrollArea, Ui};
use jiff::{Timestamp, civil::Date};

use super::{
    View,
    cards::{self, Bar, card_title, cards_ui},
    command::Command,
    follow_ups::progress,
    kept::Kept,
    list, mend,
    scene::{Action, Page, Scene, Selection},
};
use crate::{
    model::{
        id::{AnyId, MeetingId, TopicId},
        meeting::MeetingStatus,
        words::Choice as _,
    },
    widget::{
        self, button, status,
        theme::{self, BODY, FIGURE, GAP, HEADING, MARGIN, SEMIBOLD, Theme},
    },
};
use changed::Changed;
use picture::{Moment, Picture, Where};

/// More owners than this nobody reads at a glance.
const MOST_OWNERS: usize = 8;

/// The overview.
#[derive(Default)]
pub struct OverviewView {
    picture: Picture,
    /// The version and the minute that the picture is of.
    of: Option<(u64, i64)>,
    changed: Kept<(u64, Option<Timestamp>, Date), Changed>,
}

impl View for OverviewView {
    fn title(&self) -> &'static str {
        "Overview"
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let of = (scene.version, scene.now.as_second() / 60);
        if self.of != Some(of) {
            self.picture = Picture::new(scene);
            self.of = Some(of);
        }
        let of = (scene.version, scene.earlier.map(|it| it.since), scene.today);
        let changed = &*self.changed.follow(of, || Changed::new(scene));
        let picture = &self.picture;
        let sentence = |ui: &mut Ui| {
            let ink = Theme::of(ui).secondary;
            ui.label(RichText::new(&picture.sentence).color(ink));
        };
        list::bar(ui, "Overview", sentence, |_| {});
        ScrollArea::vertical()
            .id_salt("overview")
            .auto_shrink(false)
            .show(ui, |ui| {
                let area = ui.available_rect_before_wrap();
                let inner = area.shrink2(egui::vec2(MARGIN, MARGIN));
                let inner = inner.with_max_y(f32::INFINITY);
                ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
                    ui.spacing_mut().item_spacing.y = GAP + 4.0;
                    page_ui(ui, scene, picture, changed);
                });
                ui.add_space(MARGIN);
                widget::follow_keyboard(ui);
            });
    }
}

fn page_ui(ui: &mut Ui, scene: &Scene<'_>, picture: &Picture, changed: &Changed) {
    let moments: Vec<&Moment> = picture.now.iter().chain(&picture.next).collect();
    let shares = vec![1.0; moments.len()];
    let is_now: Vec<bool> = moments.iter().map(|it| it.is_now).collect();
    cards_ui(ui, "moments", &shares, 280.0, &is_now, |ui, at| {
        if let Some(moment) = moments.get(at) {
            moment_ui(ui, scene, moment);
        }
    });
    cards_ui(
        ui,
        "figures",
        &[1.0, 1.65, 1.35],
        215.0,
        &[],
        |ui, at| match at {
            0 => statuses_ui(ui, scene, picture),
            1 => topics_ui(ui, scene, picture),
            _ => needs_ui(ui, scene, picture),
        },
    );
    if !changed.is_empty() {
        cards_ui(ui, "changed", &[1.0], 280.0, &[], |ui, _| {
            changed.ui(ui, scene);
        });
    }
    // Once it is over, what is owed matters more than what was not ready.
    let is_over = scene.mission.last_day < scene.today;
    if is_over && !picture.owed.is_empty() {
        cards_ui(ui, "owed", &[1.0], 280.0, &[], |ui, _| {
            card_title(ui, "Follow-ups done, by owner");
            let more = Command::FollowUpsByOwner;
            progress::shares_ui(ui, scene, &picture.owed, MOST_OWNERS, more);
        });
    }
    if !picture.ready.is_empty() {
        cards_ui(ui, "ready", &[1.0], 280.0, &[], |ui, _| {
            grid::grid_ui(ui, scene, picture);
        });
    }
}

fn moment_ui(ui: &mut Ui, scene: &Scene<'_>, moment: &Moment) {
    let theme = Theme::of(ui);
    card_title(ui, &moment.lead);
    let size = if moment.item.is_some() {
        HEADING
    } else {
        FIGURE
    };
    let title = RichText::new(&moment.title).font(theme::font(size, SEMIBOLD));
    ui.add(egui::Label::new(title).truncate());
    let detail = RichText::new(&moment.detail).color(theme.secondary);
    ui.add(egui::Label::new(detail).truncate());
    if let Some((level, words)) = &moment.warning {
        let (ink, _) = status::of_level(*level, theme);
        let words = RichText::new(words)
            .font(theme::font(BODY, theme::MEDIUM))
            .color(ink);
        ui.add(egui::Label::new(words).wrap());
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| match moment.item {
        Some(item) => {
            if let Some(offer) = &moment.mend
                && button::secondary(ui, &offer.words).clicked()
            {
                scene.edit(mend::edit_of(scene, offer));
            }
            if button::secondary(ui, "Show on schedule").clicked() {
                scene.jump(item);
            }
            if moment.is_now && button::secondary(ui, Command::RunningLate.name()).clicked() {
                scene.push(Action::Command(Command::RunningLate));
            }
        }
        None if moment.lead == "Still owed" => {
            if button::secondary(ui, "Show follow-ups").clicked() {
                scene.push(Action::Go(Page::FollowUps));
            }
        }
        None => {
            if button::secondary(ui, "Show schedule").clicked() {
                scene.push(Action::Go(Page::Schedule));
            }
        }
    });
}

fn statuses_ui(ui: &mut Ui, scene: &Scene<'_>, picture: &Picture) {
    let theme = Theme::of(ui);
    card_title(ui, "Meetings");
    let most = picture.statuses.iter().map(|(_, ids)| ids.len()).max();
    let bar = |(which, ids): &(MeetingStatus, Vec<MeetingId>)| Bar {
        name: which.label().to_owned(),
        share: ids.len() as f32 / most.unwrap_or(1).max(1) as f32,
        colour: status::of_meeting(*which).colour(theme),
        figure: ids.len().to_string(),
    };
    let bars: Vec<Bar> = picture.statuses.iter().map(bar).collect();
    let clicked = cards::bars_ui(ui, 96.0, &bars).and_then(|at| picture.statuses.get(at));
    if let Some((_, ids)) = clicked {
        go(scene, Page::Meetings, ids.iter().map(|it| AnyId::from(*it)));
    }
    if picture.statuses.is_empty() && button::link(ui, "Add the first meeting").clicked() {
        scene.push(Action::Go(Page::Meetings));
    }
}

fn topics_ui(ui: &mut Ui, scene: &Scene<'_>, picture: &Picture) {
    let theme = Theme::of(ui);
    card_title(ui, "Time given to topics");
    let most = picture.topics.iter().map(|(_, minutes)| *minutes).max();
    let bar = |(id, minutes): &(TopicId, u32)| {
        let topic = scene.mission.topics.get(*id);
        Bar {
            name: scene.mission.name_of(*id),
            share: *minutes as f32 / most.unwrap_or(1).max(1) as f32,
            colour: topic.map_or(theme.faint, |it| theme.topic(it.colour)),
            figure: crate::model::day_words::length(*minutes),
        }
    };
    let bars: Vec<Bar> = picture.topics.iter().map(bar).collect();
    let clicked = cards::bars_ui(ui, 172.0, &bars).and_then(|at| picture.topics.get(at));
    if let Some((id, _)) = clicked {
        scene.jump(*id);
    }
    if picture.topics.is_empty() && button::link(ui, "Add the first topic").clicked() {
        scene.push(Action::Go(Page::Topics));
    }
}

fn needs_ui(ui: &mut Ui, scene: &Scene<'_>, picture: &Picture) {
    let theme = Theme::of(ui);
    card_title(ui, "Needs you");
    for need in &picture.needs {
        let (ink, _) = status::of_level(need.level, theme);
        if cards::figure_ui(ui, need.count, &need.words, ink).clicked() {
            match &need.at {
                Where::Problems(kind) => scene.push(Action::ShowProblems(*kind)),
                Where::Page(page, about) => go(scene, *page, about.iter().copied()),
            }
        }
    }
    if picture.needs.is_empty() {
        ui.label(RichText::new("Nothing needs you now").color(theme.secondary));
    }
}

/// Goes to a page, and selects there what was counted.
fn go(scene: &Scene<'_>, page: Page, about: impl Iterator<Item = AnyId>) {
    scene.push(Action::Go(page));
    let selection = Selection::many(about);
    if !selection.is_empty() {
        scene.push(Action::Select(selection));
    }
}
