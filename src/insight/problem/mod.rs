//! Problems: what the checker finds, one file a rule, one line to list it.

mod codes;
mod delegate_day;
mod engine;
mod kin;
mod mend;
mod other_time;
mod said;
mod touched;

// The rules, each in a file of its own.
mod between_cities;
mod brief_missing;
mod brief_stale;
mod child_outside_parent;
mod circular_part;
mod confirmed_without;
mod dates_out_of_order;
mod double_booked_person;
mod double_booked_room;
mod follow_up_without;
mod held_in_the_future;
mod instrument_unsigned;
mod journey_unknown;
mod level_lowered;
mod long_day;
mod missing_interpreter;
mod missing_note_taker;
mod missing_reference;
mod no_answer;
mod no_head_of_delegation;
mod no_meal_gap;
mod outside_availability;
mod outside_mission_dates;
mod outside_place_hours;
mod outside_the_stay;
mod over_capacity;
mod seat_limit;
mod signed_without;
mod speaks_elsewhere;
mod time_to_board;
mod topic_not_covered;
mod travel_too_short;
mod untitled_item;

use jiff::civil::Date;

use super::{calendar::Calendar, names::Names, references::References, saying};
pub use codes::unknown_codes;
pub use engine::Problems;
pub use kin::{are_nested, clash_level};
pub use mend::Mend;
pub(super) use touched::Changes;
pub(super) use {
    between_cities::is_left_out,
    brief_missing::due as brief_due,
    confirmed_without::{has_counterpart, our_leads},
    missing_interpreter::{interprets, lacks_interpreter},
    missing_note_taker::has_note_taker,
    outside_availability::is_covered,
    outside_place_hours::is_open_for,
    outside_the_stay::flight_against,
};

use crate::model::{
    follow_up::FollowUp,
    id::{AnyId, FollowUpId, InstrumentId, MeetingId, PersonId, TopicId},
    instrument::Instrument,
    item::{Item, ItemId},
    meeting::Meeting,
    mission::{Level, Mission},
    person::Person,
    topic::Topic,
    words::Words,
};

/// Every rule there is, in the order in which a planner would ask.
pub const RULES: &[&Rule] = &[
    &double_booked_person::RULE,
    &speaks_elsewhere::RULE,
    &double_booked_room::RULE,
    &travel_too_short::RULE,
    &between_cities::RULE,
    &outside_the_stay::BEFORE,
    &outside_the_stay::AFTER,
    &journey_unknown::RULE,
    &time_to_board::RULE,
    &outside_availability::RULE,
    &outside_place_hours::RULE,
    &outside_mission_dates::RULE,
    &dates_out_of_order::RULE,
    &child_outside_parent::RULE,
    &child_outside_parent::CANCELLED,
    &over_capacity::RULE,
    &seat_limit::RULE,
    &confirmed_without::TIME,
    &confirmed_without::PLACE,
    &confirmed_without::COUNTERPART,
    &confirmed_without::LEAD,
    &missing_note_taker::RULE,
    &missing_interpreter::RULE,
    &brief_missing::RULE,
    &brief_stale::RULE,
    &no_answer::RULE,
    &level_lowered::RULE,
    &held_in_the_future::RULE,
    &instrument_unsigned::RULE,
    &instrument_unsigned::ABSENT,
    &signed_without::DATE,
    &signed_without::SIGNATORIES,
    &signed_without::EARLY,
    &follow_up_without::OWNER,
    &follow_up_without::DATE,
    &follow_up_without::OVERDUE,
    &topic_not_covered::RULE,
    &no_head_of_delegation::RULE,
    &missing_reference::RULE,
    &circular_part::RULE,
    &long_day::RULE,
    &no_meal_gap::RULE,
    &untitled_item::RULE,
];

/// One kind of problem: what it is called, how much it weighs, and how it is found.
pub struct Rule {
    /// The stable name of the kind, for settings, acceptances and scripts.
    pub code: &'static str,
    /// What the kind is called.
    pub words: Words,
    /// Whether it is said of an item because of when that is, so that a hand which moves the item may be looking
    /// to mend it.
    pub is_of_time: bool,
    /// What to look at, and how.
    find: Find,
    /// What could be done about one.
    mend: fn(&Facts<'_>, &Problem) -> Vec<Mend>,
}

/// What a rule looks at. It may read its subject, what that points at and who points at it; of an item also what
/// its people do before it, up to where they come from, with the hotel they slept in, their next and last flights,
/// what is in its room, and what it is a part of and what is part of it. An edit renews just these ([`touched`]).
/// Names of other things it may say, but it finds nothing by them ([`said`]).
enum Find {
    Mission(fn(&Facts<'_>, &mut Found<'_>)),
    Item(fn(&Facts<'_>, ItemId, Item<'_>, &mut Found<'_>)),
    Meeting(fn(&Facts<'_>, MeetingId, &Meeting, &mut Found<'_>)),
    Person(fn(&Facts<'_>, PersonId, &Person, &mut Found<'_>)),
    Topic(fn(&Facts<'_>, TopicId, &Topic, &mut Found<'_>)),
    Instrument(fn(&Facts<'_>, InstrumentId, &Instrument, &mut Found<'_>)),
    FollowUp(fn(&Facts<'_>, FollowUpId, &FollowUp, &mut Found<'_>)),
    Anything(fn(&Facts<'_>, AnyId, &mut Found<'_>)),
}

/// What rules may know.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The mission.
    pub mission: &'a Mission,
    /// Who is where, and when.
    pub calendar: &'a Calendar,
    /// Who points at what.
    pub references: &'a References,
    /// What people are called.
    pub names: &'a Names,
    /// Today, where the planner is.
    pub today: Date,
}

impl Facts<'_> {
    /// What somebody is called where all know each other.
    fn short_name(&self, person: PersonId) -> String {
        self.names.short(self.mission, person)
    }

    /// What some people are called, as one lists them.
    fn names(&self, people: &[PersonId]) -> String {
        let names: Vec<String> = people.iter().map(|it| self.short_name(*it)).collect();
        saying::names(&names)
    }
}

/// Something that cannot be, may go wrong, or is not ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The stable name of its kind.
    pub code: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// What it is about; the first is the thing at which one would mend it.
    pub about: Vec<AnyId>,
    /// The key of the field of the first thing that it belongs to.
    pub field: Option<&'static str>,
    /// The day it happens.
    pub day: Option<Date>,
    /// Who, what, when.
    pub sentence: String,
    /// What an acceptance rests on: when these change, the problem is another one.
    pub facts: String,
    /// Why it is all right, when somebody has said so.
    pub accepted: Option<String>,
}

/// What a rule says about its subject.
struct Finding {
    level: Level,
    /// Besides the subject itself, which comes first.
    about: Vec<AnyId>,
    field: Option<&'static str>,
    day: Option<Date>,
    sentence: String,
    facts: String,
}

/// An item, and people: what a problem of several is about.
fn item_and_people(item: ItemId, people: &[PersonId]) -> Vec<AnyId> {
    let people = people.iter().map(|it| AnyId::from(*it));
    std::iter::once(item.into()).chain(people).collect()
}

/// Where rules put what they find.
struct Found<'a> {
    mission: &'a Mission,
    rule: &'static Rule,
    subject: AnyId,
    problems: Vec<Problem>,
}

impl Found<'_> {
    /// Reports a problem of the subject. The mission's settings have the last word on its level.
    fn report(&mut self, finding: Finding) {
        let Finding {
            level,
            about,
            field,
            day,
            sentence,
            facts,
        } = finding;
        let code = self.rule.code;
        let level = self
            .mission
            .settings
            .levels
            .get(code)
            .copied()
            .unwrap_or(level);
        if level == Level::Off {
            return;
        }
        let about: Vec<AnyId> = std::iter::once(self.subject).chain(about).collect();
        let accepted = self
            .mission
            .accepted
            .iter()
            .find(|it| it.code == code && it.about == about && it.facts == facts)
            .map(|it| it.reason.clone());
        self.problems.push(Problem {
            code,
            level,
            about,
            field,
            day,
            sentence,
            facts,
            accepted,
        });
    }
}

impl Problem {
    /// The rule that found it.
    pub fn rule(&self) -> &'static Rule {
        RULES
            .iter()
            .find(|it| it.code == self.code)
            .expect("every problem is found by a rule that is listed")
    }

    /// What could be done about it, the likeliest first.
    pub(super) fn mends(&self, facts: &Facts<'_>) -> Vec<Mend> {
        (self.rule().mend)(facts, self)
    }

    /// The item it is about first, if that is an item.
    fn item(&self) -> Option<ItemId> {
        self.about.first().and_then(|it| ItemId::try_from(*it).ok())
    }
}

/// For rules whose problems only a person's own hand can mend.
fn no_mend(_: &Facts<'_>, _: &Problem) -> Vec<Mend> {
    Vec::new()
}
