//! Every rule that looks at one thing, against a plain, slow check of missions that chance made.

use std::collections::BTreeSet;

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};

use super::{
    any_mission::any_mission,
    plain_pairs::plain_is_within,
    plain_times::{
        child_outside_parent, long_day, no_meal_gap, outside_mission_dates, part_of_cancelled,
    },
    plain_ways::{
        after_departure, before_arrival, journey_unknown, no_way_between_cities, time_to_board,
    },
};
use crate::{
    insight::{Insight, problem::RULES},
    model::{
        brief::BriefStatus,
        delegate::DelegationRole,
        follow_up::{FollowUp, FollowUpStatus},
        id::{AnyId, PersonId},
        instrument::{Instrument, InstrumentStatus},
        item::{Item, ItemId, Standing},
        meeting::{Meeting, MeetingStatus},
        mission::{Leg, Mission},
        organisation::Side,
        participation::{Participation, Response, Role},
        reference::references,
        session::{Session, SessionStatus},
    },
};

/// Finds, the plain way, everything of which a rule must say something.
type Plain = fn(&Mission, Date) -> Vec<AnyId>;

/// Every rule that is not compared in `properties`, with its plain check.
const PLAIN: &[(&str, Plain)] = &[
    ("journey-unknown", journey_unknown),
    ("no-way-between-cities", no_way_between_cities),
    ("before-arrival", before_arrival),
    ("after-departure", after_departure),
    ("time-to-board", time_to_board),
    ("outside-mission-dates", outside_mission_dates),
    ("dates-out-of-order", |it, _| {
        let days = it.days();
        let is_wrong = |it: &Leg| {
            it.until < it.from || !days.iter().any(|day| it.from <= *day && *day <= it.until)
        };
        let wrong = it.legs.iter().filter(|it| is_wrong(it));
        wrong.map(|_| AnyId::Mission).collect()
    }),
    ("circular-part", circular_part),
    ("child-outside-parent", child_outside_parent),
    ("part-of-cancelled", part_of_cancelled),
    ("over-capacity", over_capacity),
    ("seat-limit", seat_limit),
    ("confirmed-without-time", |it, _| {
        confirmed(it, |_, it| it.when.slot().is_none())
    }),
    ("confirmed-without-place", |it, _| {
        confirmed(it, |_, it| it.place.is_none())
    }),
    ("confirmed-without-counterpart", |it, _| {
        let is_met = |mission: &Mission, it: &Participation| {
            it.role != Role::Interpreter && !is_ours(mission, it.person)
        };
        confirmed(it, |mission, it| {
            !coming(Item::Meeting(it)).any(|it| is_met(mission, it))
        })
    }),
    ("confirmed-without-lead", |it, _| {
        confirmed(it, |mission, it| leads(mission, it).is_empty())
    }),
    ("missing-note-taker", |it, _| {
        confirmed(it, |mission, it| {
            let is = |person, role| does(mission, person, role);
            let mut people = coming(Item::Meeting(it));
            let has_principal = coming(Item::Meeting(it)).any(|it| {
                is(it.person, DelegationRole::HeadOfDelegation)
                    || is(it.person, DelegationRole::Principal)
            });
            has_principal
                && !people.any(|it| {
                    it.role == Role::NoteTaker || is(it.person, DelegationRole::NoteTaker)
                })
        })
    }),
    ("missing-interpreter", missing_interpreter),
    ("brief-missing", brief_missing),
    ("brief-stale", brief_stale),
    ("no-answer", no_answer),
    ("level-lowered", |it, _| {
        meetings(it, |_, it| {
            let (sought, offered) = (&it.level_sought, &it.level_offered);
            let is_off = is_off(Item::Meeting(it));
            !is_off && sought == "Chair" && offered == "Deputy"
        })
    }),
    ("held-in-the-future", |it, today| {
        items(it, |_, it| {
            let day = it.slot().map(|it| it.local_start().date());
            it.standing() == Standing::Held && day.is_some_and(|it| it > today)
        })
    }),
    ("instrument-without-signing", |it, today| {
        instruments(it, |mission, it| {
            let is_on = |it: &Session| {
                let slot = it.when.slot();
                let is_to_come = slot.is_some_and(|it| today <= it.local_end().date());
                it.status != SessionStatus::Cancelled && is_to_come
            };
            let ceremony = it.ceremony.and_then(|it| mission.sessions.get(it));
            let is_near = [InstrumentStatus::Negotiating, InstrumentStatus::TextAgreed];
            is_near.contains(&it.status) && !ceremony.is_some_and(is_on)
        })
    }),
    ("signatory-absent", signatory_absent),
    ("signed-without-date", |it, _| {
        instruments(it, |_, it| is_signed(it) && it.signed_on.is_none())
    }),
    ("signed-without-signatories", |it, _| {
        instruments(it, |mission, it| {
            // Chance names no parties: each side must sign.
            let ours = it
                .signatories
                .iter()
                .filter(|it| is_ours(mission, **it))
                .count();
            is_signed(it) && (ours == 0 || ours == it.signatories.len())
        })
    }),
    ("signed-in-the-future", |it, today| {
        let all = it.instruments.iter();
        let is_early = |it: &Instrument| is_signed(it) && it.signed_on.is_some_and(|it| today < it);
        all.filter(|(_, it)| is_early(it))
            .map(|(id, _)| id.into())
            .collect()
    }),
    ("follow-up-without-owner", |it, _| {
        owed(it, |it| it.owners.is_empty())
    }),
    ("follow-up-without-date", |it, _| {
        owed(it, |it| it.due.is_none())
    }),
    ("follow-up-overdue", |it, today| {
        let all = it.follow_ups.iter();
        let is_late = |it: &FollowUp| is_owed(it) && it.due.is_some_and(|it| it < today);
        all.filter(|(_, it)| is_late(it))
            .map(|(id, _)| id.into())
            .collect()
    }),
    ("topic-not-covered", topic_not_covered),
    ("no-head-of-delegation", |it, _| {
        let all = || it.people.iter().filter(|(_, it)| it.delegate.is_some());
        let heads = all().filter(|(id, _)| does(it, *id, DelegationRole::HeadOfDelegation));
        let is_well = all().count() == 0 || heads.count() == 1;
        if is_well {
            Vec::new()
        } else {
            vec![AnyId::Mission]
        }
    }),
    ("missing-reference", |it, _| {
        let all = references(it).into_iter();
        all.filter(|link| !it.has(link.to))
            .map(|link| link.from)
            .collect()
    }),
    ("long-day", long_day),
    ("no-meal-gap", no_meal_gap),
    ("untitled-item", |it, _| {
        items(it, |_, it| match it {
            Item::Session(it) => it.title.is_empty() && it.status != SessionStatus::Cancelled,
            Item::Meeting(of) => of.title.is_empty() && !is_off(it),
        })
    }),
];

/// Those whose comparison, in `properties`, knows who and with whom.
const COMPARED_IN_PAIRS: &[&str] = &[
    "double-booked-person",
    "speaks-elsewhere",
    "double-booked-room",
    "travel-too-short",
    "outside-availability",
    "outside-place-hours",
];

/// Whether an item does not take place.
pub fn is_off(item: Item<'_>) -> bool {
    match item {
        Item::Session(it) => it.status == SessionStatus::Cancelled,
        Item::Meeting(it) => matches!(
            it.status,
            MeetingStatus::Declined
                | MeetingStatus::Postponed
                | MeetingStatus::Cancelled
                | MeetingStatus::NotHeld
        ),
    }
}

/// Those who have not said no.
pub fn coming<'a>(item: Item<'a>) -> impl Iterator<Item = &'a Participation> {
    let all = item.participations().iter();
    all.filter(|it| it.response != Response::Declined && it.response != Response::Delegated)
}

fn is_ours(mission: &Mission, person: PersonId) -> bool {
    let person = mission.people.get(person);
    person.is_some_and(|it| it.delegate.is_some() || it.side == Side::Home)
}

fn does(mission: &Mission, person: PersonId, role: DelegationRole) -> bool {
    let delegate = mission
        .people
        .get(person)
        .and_then(|it| it.delegate.as_ref());
    delegate.is_some_and(|it| it.roles.contains(&role))
}

fn leads(mission: &Mission, meeting: &Meeting) -> Vec<PersonId> {
    coming(Item::Meeting(meeting))
        .filter(|it| it.role == Role::Lead || it.role == Role::Chair)
        .map(|it| it.person)
        .filter(|it| is_ours(mission, *it))
        .collect()
}

/// The items of which something is true.
pub fn items(mission: &Mission, is: impl Fn(&Mission, Item<'_>) -> bool) -> Vec<AnyId> {
    let all = mission.items().filter(|(_, it)| is(mission, *it));
    all.map(|(id, _)| id.into()).collect()
}

fn meetings(mission: &Mission, is: impl Fn(&Mission, &Meeting) -> bool) -> Vec<AnyId> {
    let all = mission.meetings.iter().filter(|(_, it)| is(mission, it));
    all.map(|(id, _)| id.into()).collect()
}

fn confirmed(mission: &Mission, lacks: impl Fn(&Mission, &Meeting) -> bool) -> Vec<AnyId> {
    meetings(mission, |mission, it| {
        it.status == MeetingStatus::Confirmed && lacks(mission, it)
    })
}

fn instruments(mission: &Mission, is: impl Fn(&Mission, &Instrument) -> bool) -> Vec<AnyId> {
    let all = mission.instruments.iter().filter(|(_, it)| is(mission, it));
    all.map(|(id, _)| id.into()).collect()
}

fn is_signed(it: &Instrument) -> bool {
    it.status == InstrumentStatus::Signed || it.status == InstrumentStatus::InForce
}

fn signatory_absent(mission: &Mission, _: Date) -> Vec<AnyId> {
    instruments(mission, |mission, it| {
        let is_near = [InstrumentStatus::Negotiating, InstrumentStatus::TextAgreed];
        let Some(id) = it.ceremony else { return false };
        let Some(ceremony) = mission.sessions.get(id) else {
            return false;
        };
        let comes = |person: Option<PersonId>| {
            mission.items().any(|(whole, session)| {
                let is_it = whole == ItemId::Session(id);
                let is_around =
                    person.is_some() && plain_is_within(mission, ItemId::Session(id), whole);
                let is_there = coming(session).any(|it| person.is_none_or(|who| who == it.person));
                (is_it || is_around) && is_there
            })
        };
        let is_to_come = ceremony.status == SessionStatus::Confirmed
            || ceremony.status == SessionStatus::Tentative;
        let mut signatories = it.signatories.iter().copied();
        is_near.contains(&it.status)
            && is_to_come
            && comes(None)
            && signatories.any(|it| mission.people.contains(it) && !comes(Some(it)))
    })
}

fn is_owed(it: &FollowUp) -> bool {
    it.status != FollowUpStatus::Done && it.status != FollowUpStatus::NotRequired
}

fn owed(mission: &Mission, lacks: impl Fn(&FollowUp) -> bool) -> Vec<AnyId> {
    let all = mission
        .follow_ups
        .iter()
        .filter(|(_, it)| is_owed(it) && lacks(it));
    all.map(|(id, _)| id.into()).collect()
}

fn over_capacity(mission: &Mission, _: Date) -> Vec<AnyId> {
    // The only room with seats is room 1, with two of them.
    items(mission, |mission, it| {
        let place = it.place().filter(|it| mission.places.contains(*it));
        let is_room_1 = place.is_some() && it.room() == "1";
        is_room_1 && !is_off(it) && !it.is_movement() && coming(it).count() > 2
    })
}

fn seat_limit(mission: &Mission, _: Date) -> Vec<AnyId> {
    meetings(mission, |mission, it| {
        let ours = coming(Item::Meeting(it))
            .filter(|it| is_ours(mission, it.person))
            .count();
        let limit = |lead: PersonId| mission.people.get(lead)?.delegate.as_ref()?.seat_limit;
        let is_over = |limit: u32| ours > 1 + usize::try_from(limit).expect("a few seats");
        !is_off(Item::Meeting(it))
            && leads(mission, it)
                .into_iter()
                .filter_map(limit)
                .any(is_over)
    })
}

fn missing_interpreter(mission: &Mission, _: Date) -> Vec<AnyId> {
    meetings(mission, |mission, it| {
        let is_asked = matches!(
            it.status,
            MeetingStatus::Confirmed | MeetingStatus::Tentative | MeetingStatus::Delegated
        );
        let people = || coming(Item::Meeting(it));
        let interprets = |it: &Participation| {
            let is_free = it.role == Role::Participant;
            it.role == Role::Interpreter
                || (is_free && does(mission, it.person, DelegationRole::Interpreter))
        };
        let spoken = |ours: bool| -> BTreeSet<String> {
            let side = people().filter(|it| is_ours(mission, it.person) == ours);
            let side = side.filter(|it| !interprets(it));
            let people = side.filter_map(|it| mission.people.get(it.person));
            people.flat_map(|it| it.languages.clone()).collect()
        };
        let (ours, theirs) = (spoken(true), spoken(false));
        let is_mute = !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs);
        // Nobody here speaks more than one language, so that who speaks any is no bridge.
        let bridges = |it: &Participation| {
            let person = mission.people.get(it.person);
            interprets(it) && person.is_none_or(|it| it.languages.is_empty())
        };
        is_asked && is_mute && !people().any(bridges)
    })
}

fn brief_missing(mission: &Mission, today: Date) -> Vec<AnyId> {
    meetings(mission, |mission, it| {
        let is_asked = matches!(
            it.status,
            MeetingStatus::Confirmed | MeetingStatus::Tentative | MeetingStatus::Delegated
        );
        let day = it.when.slot().map(|it| it.local_start().date());
        let days = i64::from(mission.settings.brief_days).days();
        let due = it
            .brief
            .due
            .into_iter()
            .chain(day.map(|it| it.saturating_sub(days)))
            .min();
        let is_ready = matches!(it.brief.status, BriefStatus::Cleared | BriefStatus::Issued);
        let is_over = day.is_some_and(|it| it < today);
        is_asked && !is_ready && !is_over && due.is_some_and(|it| it <= today)
    })
}

fn brief_stale(mission: &Mission, _: Date) -> Vec<AnyId> {
    let is_stale = |it: &Meeting| {
        let is_ready = matches!(it.brief.status, BriefStatus::Cleared | BriefStatus::Issued);
        let was_for = &it.brief.cleared_for;
        let is_over = it.status == MeetingStatus::Held || is_off(Item::Meeting(it));
        is_ready && !is_over && !was_for.is_empty() && *was_for != it.facts()
    };
    let all = mission.meetings.iter().filter(|(_, it)| is_stale(it));
    all.map(|(id, _)| id.into()).collect()
}

fn no_answer(mission: &Mission, today: Date) -> Vec<AnyId> {
    meetings(mission, |mission, it| {
        let sent = it.request.sent_on;
        let patience = i64::from(mission.settings.chase_days).days();
        let chase = it.request.chase_on;
        let is_late = match chase.filter(|it| sent.is_none_or(|sent| sent < *it)) {
            Some(chase) => chase <= today,
            None => sent.is_some_and(|it| it.saturating_add(patience) < today),
        };
        it.status == MeetingStatus::Requested && is_late
    })
}

fn circular_part(mission: &Mission, _: Date) -> Vec<AnyId> {
    let parent = |it: AnyId| match it {
        AnyId::Session(id) => mission.sessions.get(id)?.parent.map(AnyId::Session),
        AnyId::Topic(id) => mission.topics.get(id)?.parent.map(AnyId::Topic),
        AnyId::FollowUp(id) => mission.follow_ups.get(id)?.after.map(AnyId::FollowUp),
        _ => None,
    };
    let sessions = mission.sessions.ids().map(AnyId::Session);
    let follow_ups = mission.follow_ups.ids().map(AnyId::FollowUp);
    let topics = mission.topics.ids().map(AnyId::Topic);
    let all = sessions.chain(topics).chain(follow_ups);
    // Whoever comes back to where they began has walked through all of the circle.
    let circle = |from: AnyId| {
        let mut way = Vec::new();
        let mut at = parent(from);
        while let Some(it) = at.filter(|it| !way.contains(it)) {
            way.push(it);
            at = parent(it);
        }
        way.contains(&from).then_some(way)
    };
    all.filter(|from| circle(*from).is_some_and(|way| way.iter().all(|it| from <= it)))
        .collect()
}

fn topic_not_covered(mission: &Mission, _: Date) -> Vec<AnyId> {
    let mut covered: BTreeSet<_> = mission
        .items()
        .filter(|(_, it)| !is_off(*it))
        .flat_map(|(_, it)| it.topics().to_vec())
        .collect();
    for _ in 0..mission.topics.len() {
        let above = covered
            .iter()
            .filter_map(|it| mission.topics.get(*it)?.parent);
        covered.extend(above.collect::<Vec<_>>());
    }
    mission
        .topics
        .ids()
        .filter(|it| !covered.contains(it))
        .map(AnyId::from)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_rule_says_what_a_plain_look_says(mission in any_mission(), later in 0..16_i64) {
        let today = date(2026, 2, 27).saturating_add(later.days());
        let insight = Insight::new(&mission, today);
        for (code, plain) in PLAIN {
            let said: BTreeSet<AnyId> = insight.problems().all()
                .filter(|it| it.code == *code)
                .filter_map(|it| it.about.first().copied())
                .collect();
            let wanted: BTreeSet<AnyId> = plain(&mission, today).into_iter().collect();
            prop_assert_eq!(said, wanted, "{} on {}", code, today);
        }
    }
}

#[test]
fn every_rule_is_compared() {
    let plain = PLAIN.iter().map(|(code, _)| *code);
    let mut compared: Vec<_> = plain.chain(COMPARED_IN_PAIRS.iter().copied()).collect();
    let mut rules: Vec<_> = RULES.iter().map(|it| it.code).collect();
    compared.sort_unstable();
    rules.sort_unstable();
    assert_eq!(compared, rules);
}

#[test]
fn chance_makes_every_kind_of_problem() {
    let mut runner = TestRunner::deterministic();
    let mut missing: BTreeSet<&str> = RULES.iter().map(|it| it.code).collect();
    for _ in 0..600 {
        if missing.is_empty() {
            return;
        }
        let mission = any_mission()
            .new_tree(&mut runner)
            .expect("one is made")
            .current();
        let insight = Insight::new(&mission, date(2026, 3, 7));
        for problem in insight.problems().all() {
            missing.remove(problem.code);
        }
    }
    panic!("chance has not made {missing:?}");
}
