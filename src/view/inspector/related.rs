//! What belongs to a person or an organisation elsewhere in the mission: where they are, what they owe.

use std::collections::BTreeSet;

use egui::{Align, Label, Layout, Response, RichText, Ui};

use crate::{
    insight::{coverage::Against, due::Soon},
    model::{
        day_words,
        entity::Entity as _,
        follow_up::OwedBy,
        id::{AnyId, FollowUpId, InstrumentId, OrganisationId, PersonId},
        item::ItemId,
        words::Choice as _,
    },
    view::{
        kept::Kept,
        scene::{Clocks, Scene},
    },
    widget::{
        field, picker, status,
        theme::{self, SMALL, Theme},
    },
};

/// More lines than this are a list of their own.
const MOST: usize = 30;

/// Where a person is on the programme.
pub fn programme_of(ui: &mut Ui, scene: &Scene<'_>, person: PersonId) {
    let claims = scene.insight.calendar().of(person);
    if claims.is_empty() {
        return;
    }
    field::section(ui, &format!("On the programme · {}", claims.len()), |_| {});
    ui.spacing_mut().item_spacing.y = 0.0;
    for claim in claims.iter().take(MOST) {
        let start = scene.zone().local(claim.from);
        let when = format!(
            "{} {}",
            day_words::day(start.date()),
            day_words::clock(start.time())
        );
        if picker::row_with_column(ui, &scene.mission.name_of(claim.by), &when).clicked() {
            scene.jump(claim.by);
        }
    }
    more_ui(ui, claims.len());
    ui.spacing_mut().item_spacing.y = theme::GRID;
}

/// What a person owes, and what is owed to the organisation they speak for.
pub fn owed(ui: &mut Ui, scene: &Scene<'_>, person: PersonId) {
    lines_under(ui, scene, "Owes", &owes(scene, person));
    if let Some((organisation, owed)) = owed_for(scene, person) {
        let name = scene.mission.organisations.get(organisation);
        let name = name.map_or("", |it| it.short_name());
        lines_under(ui, scene, &format!("Owed to {name}"), &owed);
    }
}

/// What a person owes and has not done yet.
pub fn owes(scene: &Scene<'_>, person: PersonId) -> Vec<FollowUpId> {
    open_ones(scene, scene.insight.due().of_owner(Some(person)))
}

/// The organisation a person speaks for, and what is owed to it by others than them.
pub fn owed_for(scene: &Scene<'_>, person: PersonId) -> Option<(OrganisationId, Vec<FollowUpId>)> {
    let mission = scene.mission;
    let organisation = mission.people.get(person)?.organisation?;
    let is_owed = |id: &FollowUpId| {
        let it = mission.follow_ups.get(*id);
        it.is_some_and(|it| it.side != OwedBy::Theirs && !it.owners.contains(&person))
    };
    let mut owed = open_ones(scene, scene.insight.due().of_organisation(organisation));
    owed.retain(is_owed);
    Some((organisation, owed))
}

/// The card of an organisation: its people, its items, what is said there, what is signed and what is owed.
#[derive(Default)]
pub struct Card {
    people: Vec<(AnyId, String)>,
    items: Vec<(AnyId, String)>,
    topics: Vec<(AnyId, String)>,
    instruments: Vec<(AnyId, String)>,
    owed: Vec<FollowUpId>,
}

/// The card that was worked out last.
pub type KeptCard = Kept<(u64, Clocks, OrganisationId), Card>;

/// Draws the card of an organisation.
pub fn of_organisation(ui: &mut Ui, scene: &Scene<'_>, id: OrganisationId, card: &mut KeptCard) {
    let of = (scene.version, scene.clocks, id);
    let card = card.follow(of, || card_of(scene, id));
    // A title is long: it stands behind the name. The others are a word, in a column.
    let beside = |ui: &mut Ui, name: &str, title: &str| picker::row(ui, name, title, false);
    rows_under(ui, scene, "People", &card.people, beside);
    let column = picker::row_with_column;
    rows_under(ui, scene, "Meetings and sessions", &card.items, column);
    rows_under(ui, scene, "Topics", &card.topics, column);
    rows_under(ui, scene, "Instruments", &card.instruments, column);
    lines_under(ui, scene, "Follow-ups", &card.owed);
}

fn card_of(scene: &Scene<'_>, id: OrganisationId) -> Card {
    let mission = scene.mission;
    let mentions = scene.insight.references().to(id);
    let from = || mentions.iter().map(|it| it.from);
    let people: Vec<PersonId> = from().filter_map(|it| it.try_into().ok()).collect();
    let mut items: BTreeSet<ItemId> = from().filter_map(|it| it.try_into().ok()).collect();
    for person in &people {
        let claims = scene.insight.references().to(*person).iter();
        items.extend(claims.filter_map(|it| ItemId::try_from(it.from).ok()));
    }
    let instruments: Vec<InstrumentId> = from().filter_map(|it| it.try_into().ok()).collect();

    let titled = people.iter().map(|it| {
        let title = mission.people.get(*it).map(|it| it.title.clone());
        (AnyId::from(*it), title.unwrap_or_default())
    });
    let topics = scene.insight.coverage().topics().iter();
    let covered = topics.filter_map(|(topic, _)| {
        let cover = scene
            .insight
            .coverage()
            .of(*topic, Against::Organisation(id))?;
        Some((AnyId::from(*topic), day_words::length(cover.minutes.all())))
    });
    let signed = instruments.iter().map(|it| {
        let status = mission.instruments.get(*it).map(|it| it.status.label());
        (AnyId::from(*it), status.unwrap_or_default().to_lowercase())
    });
    Card {
        people: titled.collect(),
        items: by_time(scene, items),
        topics: covered.collect(),
        instruments: signed.collect(),
        owed: scene.insight.due().of_organisation(id).to_vec(),
    }
}

/// Items in the order in which they take place, with when and how sure that is.
fn by_time(scene: &Scene<'_>, items: BTreeSet<ItemId>) -> Vec<(AnyId, String)> {
    let mut all: Vec<_> = items
        .into_iter()
        .filter_map(|id| {
            let item = scene.mission.item(id)?;
            let start = item.slot().map(|it| it.start());
            let when = start.map_or("no time yet".to_owned(), |it| {
                let start = scene.zone().local(it);
                let (day, clock) = (start.date(), day_words::clock(start.time()));
                format!("{} {clock}", day_words::brief_day(day))
            });
            Some(((start.is_none(), start), (AnyId::from(id), when)))
        })
        .collect();
    all.sort();
    all.into_iter().map(|(_, it)| it).collect()
}

/// Names with a word after each, under a heading; a click goes there.
pub fn rows_under(
    ui: &mut Ui,
    scene: &Scene<'_>,
    heading: &str,
    rows: &[(AnyId, String)],
    row: impl Fn(&mut Ui, &str, &str) -> Response,
) {
    if rows.is_empty() {
        return;
    }
    field::section(ui, &format!("{heading} · {}", rows.len()), |_| {});
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (id, detail) in rows.iter().take(MOST) {
            if row(ui, &scene.mission.name_of(*id), detail).clicked() {
                scene.jump(*id);
            }
        }
    });
    more_ui(ui, rows.len());
}

/// The follow-ups that wait for one.
pub fn waited_for_by(ui: &mut Ui, scene: &Scene<'_>, id: FollowUpId) {
    let mentions = scene.insight.references().to(id).iter();
    let waiting = mentions.filter(|it| it.field == "after");
    let waiting: Vec<FollowUpId> = waiting.filter_map(|it| it.from.try_into().ok()).collect();
    lines_under(ui, scene, "Waited for by", &waiting);
}

/// Follow-ups under a heading, if there are any.
fn lines_under(ui: &mut Ui, scene: &Scene<'_>, heading: &str, all: &[FollowUpId]) {
    if all.is_empty() {
        return;
    }
    field::section(ui, &format!("{heading} · {}", all.len()), |_| {});
    some_follow_ups(ui, scene, all);
}

/// As many follow-ups as are no list of their own, and how many more there are.
pub fn some_follow_ups(ui: &mut Ui, scene: &Scene<'_>, all: &[FollowUpId]) {
    follow_up_lines(ui, scene, all.get(..MOST).unwrap_or(all));
    more_ui(ui, all.len());
}

fn more_ui(ui: &mut Ui, count: usize) {
    if MOST < count {
        field::nothing(ui, &format!("and {} more", count - MOST));
    }
}

fn open_ones(scene: &Scene<'_>, all: &[FollowUpId]) -> Vec<FollowUpId> {
    let follow_ups = &scene.mission.follow_ups;
    let is_open = |id: &FollowUpId| follow_ups.get(*id).is_some_and(|it| it.status.is_open());
    all.iter().copied().filter(is_open).collect()
}

/// Follow-ups, one to a line, with how far each is.
fn follow_up_lines(ui: &mut Ui, scene: &Scene<'_>, follow_ups: &[FollowUpId]) {
    let theme = Theme::of(ui);
    for (id, it) in follow_ups
        .iter()
        .filter_map(|id| Some((*id, scene.mission.follow_ups.get(*id)?)))
    {
        ui.horizontal_top(|ui| {
            ui.set_min_height(24.0);
            let (rect, _) = ui.allocate_exact_size(egui::vec2(10.0, 20.0), egui::Sense::hover());
            status::paint(
                ui.painter(),
                rect.center(),
                status::of_follow_up(it.status),
                theme,
            );
            // The day stands at the right; the title has the room that is left.
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                if let Some(due) = it.due {
                    let late = scene.insight.due().of(id) == Some(Soon::Overdue);
                    let ink = if late { theme.error } else { theme.secondary };
                    let words = RichText::new(day_words::short_day(due, scene.today));
                    ui.label(words.font(theme::regular(SMALL)).color(ink));
                }
                // From the top down it is as high as its lines; in a row that wraps it would begin a row below.
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    let title = Label::new(it.name()).wrap().sense(egui::Sense::click());
                    if ui.add(title).clicked() {
                        scene.select(id);
                    }
                });
            });
        });
    }
}
