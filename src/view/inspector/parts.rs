//! Fields that have parts of their own: rooms, hours, legs, histories, logs.

use egui::{Align, Layout, RichText, Ui};
use jiff::civil::{Date, Time, time};

use crate::{
    model::{
        day_words,
        delegate::Delegate,
        field::choices,
        follow_up::LogEntry,
        id::{AnyId, PlaceId, Sort},
        meeting::{MeetingStatus, StatusChange},
        mission::{Leg, Objective, Settings},
        person::Precedence,
        place::{Hours, Room},
        slot::Zone,
        words::Choice as _,
    },
    widget::{
        button,
        field::{self, Around, Outcome, choice_ui, date_ui, zone_ui},
        icon::{self, Icon},
        link, text,
        theme::{self, Theme},
    },
};

/// A line of text in a form, as an outcome.
fn line(ui: &mut Ui, name: &str, words: &mut String, hint: &str) -> Outcome {
    let response = text::line(ui, name, words, hint);
    Outcome::typed(ui, &response)
}

/// A small number in a form.
fn number(ui: &mut Ui, name: &str, number: &mut u32) -> Outcome {
    let read = |text: &str| text.trim().parse().ok();
    field::typed(ui, name, 48.0, number, ToString::to_string, read)
}

fn clock(ui: &mut Ui, name: &str, at: &mut Time) -> Outcome {
    let show = |it: &Time| day_words::clock(*it);
    field::typed(ui, name, 54.0, at, show, day_words::parse_clock)
}

/// Draws each element of a list with a cross beside it, and a link that adds one.
fn list<V>(
    ui: &mut Ui,
    all: &mut Vec<V>,
    noun: &str,
    draw: impl Fn(&mut Ui, &mut V) -> Outcome,
    new: impl FnOnce(&[V]) -> V,
) -> Outcome {
    const APART: f32 = 2.0;
    let mut outcome = Outcome::default();
    let mut gone = None;
    let id = ui.scope_id().with(("new", noun));
    let new_at = ui.data_mut(|data| data.remove_temp::<usize>(id));
    for (at, one) in all.iter_mut().enumerate() {
        if new_at == Some(at) {
            // What was added just now wants its words.
            text::focus_next_line(ui.ctx());
        }
        ui.push_id(at, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = APART;
                let width = ui.available_width() - theme::HIT - APART;
                ui.vertical(|ui| {
                    ui.set_width(width);
                    text::with_reasons(ui, |ui| outcome.and(draw(ui, one)));
                });
                if icon::button(ui, Icon::X, &format!("Take {noun} {} away", at + 1)).clicked() {
                    gone = Some(at);
                }
            });
        });
    }
    if let Some(at) = gone {
        all.remove(at);
        outcome.and(Outcome::change());
    }
    if button::small_link(ui, &format!("Add {noun}")).clicked() {
        let one = new(all);
        ui.data_mut(|data| data.insert_temp(id, all.len()));
        all.push(one);
        outcome.and(Outcome::change());
    }
    outcome
}

/// The rooms of a place.
pub fn rooms(ui: &mut Ui, rooms: &mut Vec<Room>) -> Outcome {
    let draw = |ui: &mut Ui, room: &mut Room| {
        let mut outcome = Outcome::default();
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label("people");
                outcome.and(number(ui, "How many fit in", &mut room.capacity));
                outcome.and(line(
                    ui,
                    "Name of the room",
                    &mut room.name,
                    "Name of the room",
                ));
            });
        });
        outcome
    };
    list(ui, rooms, "room", draw, |_| Room::default())
}

/// When a place is open.
pub fn hours(ui: &mut Ui, hours: &mut Option<Hours>) -> Outcome {
    let mut outcome = Outcome::default();
    let mut always = false;
    match hours {
        Some(it) => {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = theme::GRID;
                outcome.and(clock(ui, "Opens", &mut it.from));
                ui.label("–");
                outcome.and(clock(ui, "Closes", &mut it.until));
                always = icon::button(ui, Icon::X, "Always open").clicked();
            });
            if ui.checkbox(&mut it.weekends, "Weekends too").changed() {
                outcome.and(Outcome::change());
            }
        }
        None => {
            if button::small_link(ui, "Always. Set hours…").clicked() {
                *hours = Some(Hours {
                    from: time(9, 0, 0, 0),
                    until: time(18, 0, 0, 0),
                    weekends: false,
                });
                outcome.and(Outcome::change());
            }
        }
    }
    if always {
        *hours = None;
        outcome.and(Outcome::change());
    }
    outcome
}

/// The zone of a place, where it is not the host's.
pub fn own_zone(ui: &mut Ui, zone: &mut Option<Zone>, host: &Zone) -> Outcome {
    let mut shown = zone.clone().unwrap_or_else(|| host.clone());
    let outcome = zone_ui(ui, "Time zone", &mut shown);
    if outcome.changed {
        *zone = (shown != *host).then_some(shown);
    }
    outcome
}

/// What the visit is to reach.
pub fn objectives(ui: &mut Ui, objectives: &mut Vec<Objective>) -> Outcome {
    let draw = |ui: &mut Ui, it: &mut Objective| {
        let mut outcome = Outcome::default();
        for (name, words, hint) in [
            ("Objective", &mut it.text, "What is to be reached"),
            ("Measure", &mut it.measure, "What is counted"),
            ("Target", &mut it.target, "How much is enough"),
        ] {
            outcome.and(field::row(ui, name, None, |ui| line(ui, name, words, hint)));
        }
        ui.add_space(theme::GAP);
        outcome
    };
    list(ui, objectives, "objective", draw, |_| Objective::default())
}

/// The cities of the visit.
pub fn legs(
    ui: &mut Ui,
    legs: &mut Vec<Leg>,
    of_mission: (Date, Date, Zone),
    around: &Around<'_>,
) -> Outcome {
    let draw = |ui: &mut Ui, it: &mut Leg| {
        let mut outcome = Outcome::default();
        for (name, words) in [("City", &mut it.city), ("Country", &mut it.country)] {
            outcome.and(field::row(ui, name, None, |ui| {
                line(ui, name, words, "none")
            }));
        }
        for (name, day) in [("From", &mut it.from), ("Until", &mut it.until)] {
            let mut shown = Some(*day);
            let draw = |ui: &mut Ui| date_ui(ui, name, &mut shown, around.today);
            let typed = field::row(ui, name, None, |ui| ui.push_id(name, draw).inner);
            if let (true, Some(shown)) = (typed.changed, shown) {
                *day = shown;
                outcome.and(typed);
            }
        }
        outcome.and(field::row(ui, "Time zone", None, |ui| {
            zone_ui(ui, "Time zone of the leg", &mut it.zone)
        }));
        outcome.and(field::row(ui, "Hotel", None, |ui| {
            hotel_ui(ui, &mut it.hotel, around)
        }));
        ui.add_space(theme::GAP);
        outcome
    };
    let (from, until, zone) = of_mission;
    list(ui, legs, "leg", draw, |all| {
        let from = all.last().map_or(from, |it: &Leg| it.until);
        Leg {
            from,
            until,
            zone,
            ..Leg::default()
        }
    })
}

/// How strict the checker is.
pub fn settings(ui: &mut Ui, settings: &mut Settings) -> Outcome {
    let mut outcome = Outcome::default();
    let Settings {
        margin_minutes,
        day_from,
        day_until,
        brief_days,
        chase_days,
        due_soon_days,
        levels: _,
    } = settings;
    field::row(ui, "Working day", None, |ui| {
        ui.horizontal(|ui| {
            outcome.and(clock(ui, "Working day begins", day_from));
            ui.label("–");
            outcome.and(clock(ui, "Working day ends", day_until));
        })
    });
    for (name, unit, value) in [
        ("Travel margin", "minutes on every journey", margin_minutes),
        ("Briefs ready", "days before the meeting", brief_days),
        ("Ask again", "days after a request", chase_days),
        ("Due soon", "days ahead", due_soon_days),
    ] {
        field::row(ui, name, None, |ui| {
            ui.horizontal(|ui| {
                outcome.and(number(ui, name, value));
                ui.label(RichText::new(unit).color(Theme::of(ui).secondary));
            })
        });
    }
    outcome
}

/// What a delegate's travel adds to a person.
pub fn delegate(ui: &mut Ui, delegate: &mut Option<Delegate>, around: &Around<'_>) -> Outcome {
    let Some(it) = delegate else {
        field::nothing(
            ui,
            "Give this person a role in the delegation, and their travel stands here",
        );
        return Outcome::default();
    };
    let mut outcome = Outcome::default();
    for (name, words) in [
        ("Arrival", &mut it.arrival),
        ("Departure", &mut it.departure),
        ("Hotel room", &mut it.hotel_room),
    ] {
        outcome.and(field::row(ui, name, None, |ui| line(ui, name, words, "")));
    }
    let hotel = |ui: &mut Ui| hotel_ui(ui, &mut it.hotel, around);
    outcome.and(field::row(ui, "Hotel", None, hotel));
    outcome
}

/// The place where somebody stays, or everybody on a leg.
fn hotel_ui(ui: &mut Ui, hotel: &mut Option<PlaceId>, around: &Around<'_>) -> Outcome {
    let mut one = hotel.map(AnyId::from);
    let outcome = link::one_ui(ui, "Hotel", Sort::Place, &mut one, around);
    if outcome.changed {
        *hotel = one.and_then(|it| it.try_into().ok());
    }
    // A hotel that is not a place yet is made under Contacts, Places.
    Outcome {
        new: None,
        ..outcome
    }
}

/// A person's rank.
pub fn precedence(ui: &mut Ui, precedence: &mut Precedence, today: Date) -> Outcome {
    let mut outcome = Outcome::default();
    ui.horizontal(|ui| {
        ui.label("Class");
        outcome.and(number(ui, "Class", &mut precedence.class));
    });
    ui.horizontal(|ui| {
        ui.label("Since");
        outcome.and(date_ui(ui, "Since", &mut precedence.since, today));
    });
    outcome
}

/// The life of a request, step by step.
pub fn history(
    ui: &mut Ui,
    steps: &mut Vec<StatusChange>,
    now: MeetingStatus,
    around: &Around<'_>,
) -> Outcome {
    let draw = |ui: &mut Ui, it: &mut StatusChange| {
        let mut outcome = date_ui(ui, "Date of the step", &mut it.on, around.today);
        let mut at = it.status.index();
        let chosen = choice_ui(ui, "Status then", &choices::<MeetingStatus>(), &mut at);
        if chosen.changed {
            it.status = MeetingStatus::ALL.get(at).copied().unwrap_or_default();
            outcome.and(chosen);
        }
        outcome.and(line(
            ui,
            "What was said",
            &mut it.note,
            "What was said, and by whom",
        ));
        ui.add_space(theme::GRID);
        outcome
    };
    list(ui, steps, "step", draw, |_| StatusChange {
        on: Some(around.today),
        status: now,
        note: String::new(),
    })
}

/// What was done about a follow-up.
pub fn log(ui: &mut Ui, log: &mut Vec<LogEntry>, today: Date) -> Outcome {
    let draw = |ui: &mut Ui, it: &mut LogEntry| {
        let mut outcome = date_ui(ui, "Date of the entry", &mut it.on, today);
        outcome.and(line(ui, "What was done", &mut it.text, "What was done"));
        outcome
    };
    list(ui, log, "entry", draw, |_| LogEntry {
        on: Some(today),
        text: String::new(),
    })
}
