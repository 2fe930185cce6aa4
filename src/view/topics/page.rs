//! The page of a topic: what we want, what we say, and everything of the visit that is about it.

use std::collections::BTreeSet;

use egui::{Label, Rect, RichText, ScrollArea, Sense, TextStyle, Ui, pos2, vec2};

use super::outline::{self, Line};
use crate::{
    insight::{coverage::with_all_under, due::Soon},
    model::{
        day_words,
        entity::Entity as _,
        id::{AnyId, FollowUpId, InstrumentId, PersonId, TopicId},
        item::{ItemId, Standing},
        words::Choice as _,
    },
    view::{paint, scene::Scene},
    widget::{
        self, button, chips, field, prose,
        status::{self, Tone},
        theme::{self, BODY, HEADING, MARGIN, SEMIBOLD, SMALL, Theme},
    },
};

/// More people than this are a list of their own.
const MOST_PEOPLE: usize = 40;
/// How wide days stand.
const WHEN: f32 = 96.0;
/// How wide days with their hours stand.
const TIME: f32 = 132.0;

/// What the page of a topic shows, worked out once per version.
#[derive(Debug, Default)]
pub struct Page {
    path: Vec<(TopicId, String)>,
    items: Vec<(ItemId, String, String, Standing)>,
    minutes: u32,
    people: Vec<(PersonId, String)>,
    instruments: Vec<(InstrumentId, String, Tone)>,
    owed: Vec<(FollowUpId, String, String, bool)>,
    subtopics: Vec<(TopicId, String)>,
}

impl Page {
    /// Of a topic, with everything that stands under it.
    pub fn new(scene: &Scene<'_>, lines: &[Line], topic: TopicId) -> Self {
        let mission = scene.mission;
        let inside = with_all_under(mission, topic);
        let mut path = mission.topics_above(topic);
        path.reverse();
        path.pop();
        // The tree beside it says the same.
        let line = lines.iter().find(|it| it.id == topic);
        let mut page = Self {
            minutes: line.map_or(0, |it| it.minutes.all()),
            path: path
                .into_iter()
                .map(|it| (it, mission.name_of(it)))
                .collect(),
            subtopics: lines
                .iter()
                .filter(|it| mission.topics.get(it.id).and_then(|it| it.parent) == Some(topic))
                .map(|it| (it.id, it.name.clone()))
                .collect(),
            ..Self::default()
        };
        let mentions: BTreeSet<AnyId> = inside
            .iter()
            .flat_map(|it| scene.insight.references().to(*it))
            .map(|it| it.from)
            .collect();
        page.take_items(
            scene,
            &mentions,
            mission.topics.get(topic).and_then(|it| it.lead),
        );
        page.take_promises(scene, &mentions);
        page
    }

    fn take_items(
        &mut self,
        scene: &Scene<'_>,
        mentions: &BTreeSet<AnyId>,
        lead: Option<PersonId>,
    ) {
        let mission = scene.mission;
        let mut items: Vec<_> = mentions
            .iter()
            .filter_map(|it| ItemId::try_from(*it).ok())
            .filter_map(|id| Some((id, mission.item(id)?)))
            .collect();
        items.sort_by_key(|(id, it)| outline::by_time(*id, *it));
        let mut people: Vec<PersonId> = lead.into_iter().collect();
        let mut seen: BTreeSet<PersonId> = people.iter().copied().collect();
        for (id, item) in items {
            let standing = item.standing();
            let when = item.slot().map_or("No time yet".to_owned(), |slot| {
                let start = scene.zone().local(slot.start());
                start.strftime("%a %-d %b %H:%M").to_string()
            });
            if standing.books() {
                let here = item.participations().iter().map(|it| it.person);
                people.extend(here.filter(|it| seen.insert(*it)));
            }
            self.items.push((id, when, item.name(), standing));
        }
        self.people = people
            .into_iter()
            .map(|it| (it, mission.name_of(it)))
            .collect();
    }

    fn take_promises(&mut self, scene: &Scene<'_>, mentions: &BTreeSet<AnyId>) {
        for thing in mentions {
            if let AnyId::Instrument(id) = thing
                && let Some(it) = scene.mission.instruments.get(*id)
            {
                let mut said = format!("{}, {}", it.name(), it.status.label().to_lowercase());
                if let Some(day) = it.signed_on {
                    said += &format!(" {}", day_words::short_day(day, scene.today));
                }
                self.instruments
                    .push((*id, said, status::of_instrument(it.status)));
            }
        }
        let mut owed: Vec<_> = mentions
            .iter()
            .filter_map(|it| FollowUpId::try_from(*it).ok())
            .filter_map(|id| Some((id, scene.mission.follow_ups.get(id)?)))
            .filter(|(_, it)| it.status.is_open())
            .collect();
        owed.sort_by_key(|(id, it)| (it.due.is_none(), it.due, *id));
        self.owed = owed
            .into_iter()
            .map(|(id, it)| {
                let due = it.due.map_or("No date".to_owned(), |due| {
                    day_words::short_day(due, scene.today)
                });
                let is_overdue = scene.insight.due().of(id) == Some(Soon::Overdue);
                (id, due, it.name(), is_overdue)
            })
            .collect();
    }
}

/// What one asked for on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// A topic under this one.
    pub subtopic: bool,
    /// To make this one and another one.
    pub merge: bool,
}

/// Draws the page of a topic.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, topic: TopicId, page: &Page) -> Asked {
    let mut asked = Asked::default();
    let Some(it) = scene.mission.topics.get(topic) else {
        return asked;
    };
    let theme = Theme::of(ui);
    scrolled(ui, ("topic page", topic), |ui| {
        for (at, (id, name)) in page.path.iter().enumerate() {
            if at == 0 {
                ui.spacing_mut().item_spacing.y = 0.0;
            }
            if button::small_link(ui, name).clicked() {
                scene.select(*id);
            }
        }
        ui.spacing_mut().item_spacing.y = theme::GRID;
        ui.horizontal_wrapped(|ui| {
            let (dot, _) = ui.allocate_exact_size(vec2(12.0, 22.0), Sense::hover());
            ui.painter()
                .circle_filled(dot.center(), 5.0, theme.topic(it.colour));
            let name = RichText::new(it.name()).font(theme::font(HEADING, SEMIBOLD));
            ui.add(Label::new(name).wrap());
            if page.items.iter().all(|(.., standing)| !standing.books()) {
                chips::pill(ui, "not covered", theme.warning, theme.warning_soft);
            }
        });
        if it.aim.is_empty() {
            field::nothing(ui, "No aim yet: what do we want to reach?");
        } else {
            prose::read(ui, &it.aim, theme.text);
        }
        points_ui(ui, &it.points);
        items_ui(ui, scene, page);
        people_ui(ui, scene, page);
        promises_ui(ui, scene, page);
        if !page.subtopics.is_empty() {
            field::section(ui, &format!("Subtopics · {}", page.subtopics.len()), |_| {});
            ui.horizontal_wrapped(|ui| {
                for (id, name) in &page.subtopics {
                    let dot = widget::link::dot(ui, (*id).into(), scene.mission);
                    if chips::chip(ui, name, dot, false).opened {
                        scene.select(*id);
                    }
                }
            });
        }
        ui.add_space(theme::GAP);
        ui.horizontal_wrapped(|ui| {
            asked.subtopic = button::secondary(ui, "New subtopic").clicked();
            asked.merge = button::secondary(ui, "Merge into…").clicked();
        });
    });
    asked
}

/// Scrolls what does not fit, with the margin of a page.
fn scrolled(ui: &mut Ui, id: impl std::hash::Hash + std::fmt::Debug, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink(false)
        .show(ui, |ui| {
            egui::Frame::new()
                .inner_margin(egui::Margin::same(MARGIN as i8))
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = theme::GRID;
                    add(ui);
                });
            widget::follow_keyboard(ui);
        });
}

fn points_ui(ui: &mut Ui, points: &str) {
    if points.trim().is_empty() {
        return;
    }
    field::section(ui, "Points to make", |_| {});
    prose::read(ui, points, Theme::of(ui).text);
}

fn items_ui(ui: &mut Ui, scene: &Scene<'_>, page: &Page) {
    field::section(
        ui,
        &format!("On the programme · {}", page.items.len()),
        |ui| {
            if 0 < page.minutes {
                let theme = Theme::of(ui);
                let words = RichText::new(day_words::length(page.minutes));
                ui.label(words.font(theme::regular(SMALL)).color(theme.secondary));
            }
        },
    );
    if page.items.is_empty() {
        field::nothing(ui, "No meeting or session is about this yet");
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (id, when, name, standing) in &page.items {
            if item_row(ui, when, name, *standing).clicked() {
                scene.jump(*id);
            }
        }
    });
}

/// An item of the programme on one line: its status, when, and what it is called.
pub fn item_row(ui: &mut Ui, when: &str, name: &str, standing: Standing) -> egui::Response {
    let theme = Theme::of(ui);
    let size = vec2(ui.available_width(), theme::HIT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            let round = f32::from(theme::RADIUS);
            ui.painter().rect_filled(rect, round, theme.pointed_at());
        }
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let at = rect.left_center();
        status::paint(
            &painter,
            at + vec2(8.0, 0.0),
            status::of_standing(standing),
            theme,
        );
        let font = theme::regular(BODY);
        let at = at + vec2(22.0, 0.0);
        paint::left(&painter, at, when, font.clone(), theme.secondary, TIME);
        let at = at + vec2(TIME + 8.0, 0.0);
        paint::left(
            &painter,
            at,
            name,
            font,
            theme.text,
            rect.right() - at.x - 4.0,
        );
        widget::focus_ring(ui, &response);
    }
    let said = format!("{name}, {when}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn people_ui(ui: &mut Ui, scene: &Scene<'_>, page: &Page) {
    if page.people.is_empty() {
        return;
    }
    field::section(ui, &format!("People · {}", page.people.len()), |_| {});
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GRID, theme::GRID);
        for (id, name) in page.people.iter().take(MOST_PEOPLE) {
            if chips::chip(ui, name, None, false).opened {
                scene.jump(*id);
            }
        }
        if let Some(more) = page
            .people
            .len()
            .checked_sub(MOST_PEOPLE)
            .filter(|it| 0 < *it)
        {
            ui.label(RichText::new(format!("and {more} more")).color(Theme::of(ui).secondary));
        }
    });
}

fn promises_ui(ui: &mut Ui, scene: &Scene<'_>, page: &Page) {
    let theme = Theme::of(ui);
    if !page.instruments.is_empty() {
        field::section(
            ui,
            &format!("Instruments · {}", page.instruments.len()),
            |_| {},
        );
        for (id, said, tone) in &page.instruments {
            ui.horizontal_top(|ui| {
                let (mark, _) = ui.allocate_exact_size(vec2(16.0, 24.0), Sense::hover());
                let at = pos2(mark.center().x, first_line(ui, mark));
                status::paint(ui.painter(), at, *tone, theme);
                if words_button(ui, said, theme.text).clicked() {
                    scene.jump(*id);
                }
            });
        }
    }
    if !page.owed.is_empty() {
        field::section(ui, &format!("Owed · {}", page.owed.len()), |_| {});
        for (id, due, title, is_overdue) in &page.owed {
            ui.horizontal_top(|ui| {
                let ink = if *is_overdue {
                    theme.error
                } else {
                    theme.secondary
                };
                due_ui(ui, due, ink, *is_overdue);
                if words_button(ui, title, theme.text).clicked() {
                    scene.jump(*id);
                }
            });
        }
    }
}

/// The day something is due.
fn due_ui(ui: &mut Ui, due: &str, ink: egui::Color32, is_overdue: bool) {
    let (rect, response) = ui.allocate_exact_size(vec2(WHEN, 24.0), Sense::hover());
    let at = pos2(rect.left(), first_line(ui, rect));
    paint::left(ui.painter(), at, due, theme::regular(BODY), ink, WHEN);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, due));
    response.on_hover_text(if is_overdue { "Overdue" } else { "Due" });
}

/// The middle of the first line of words that begin at the top of a row.
fn first_line(ui: &Ui, row: Rect) -> f32 {
    row.top() + ui.text_style_height(&TextStyle::Body) / 2.0
}

/// Words that go on over several lines and can be clicked.
fn words_button(ui: &mut Ui, words: &str, ink: egui::Color32) -> egui::Response {
    let text = RichText::new(words).color(ink);
    let button = egui::Button::new(text)
        .wrap()
        .frame(false)
        .min_size(vec2(0.0, 24.0));
    ui.add(button)
        .on_hover_cursor(egui::CursorIcon::PointingHand)
}
