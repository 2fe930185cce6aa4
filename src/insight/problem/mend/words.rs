//! What a mend is called: what it does, from when to when, to which of two things of one name.

use super::Mend;
use crate::{
    insight::{Insight, saying},
    model::{
        id::{AnyId, PersonId},
        item::ItemId,
        words::Choice as _,
    },
};

impl Mend {
    /// What it does, as a button says it: `Move EXIM from 10:30 to 12:00`.
    ///
    /// Of what the problem is about, two items of one name are told apart by when they are.
    pub fn words(&self, insight: &Insight, about: &[AnyId]) -> String {
        self.words_beside(insight, about, None)
    }

    /// The same beside a thing, which need not be named there: `Move it to 12:00`.
    pub fn words_beside(&self, insight: &Insight, about: &[AnyId], thing: Option<AnyId>) -> String {
        let mission = insight.mission();
        let is_beside = |item: ItemId| thing == Some(item.into());
        let told_apart = |item: ItemId| saying::told_apart(mission, item, about);
        let name = |item: ItemId| match is_beside(item) {
            true => "it".to_owned(),
            false => told_apart(item),
        };
        let slot = |item: ItemId| mission.item(item).and_then(|it| it.slot());
        let person = |id: PersonId| insight.short_name(id);
        match *self {
            Self::MoveItem { item, ref to } => {
                let was = slot(item).unwrap_or(to);
                let (from, to) = saying::from_to(mission, was, to);
                if is_beside(item) {
                    format!("Move it to {to}")
                } else {
                    format!("Move {} from {from} to {to}", mission.name_of(item))
                }
            }
            Self::TakeLonger { item, ref to } => {
                let was = slot(item).unwrap_or(to);
                if was.start() == to.start() {
                    format!("Let {} take {} minutes", name(item), to.minutes())
                } else if is_beside(item) {
                    let (_, to) = saying::from_to(mission, was, to);
                    format!("Begin it at {to}")
                } else {
                    let (from, to) = saying::from_to(mission, was, to);
                    let name = mission.name_of(item);
                    format!("Begin {name} at {to} instead of {from}")
                }
            }
            Self::HandOver { item, from, to } => format!(
                "Send {} to {} instead of {}",
                person(to),
                name(item),
                person(from)
            ),
            Self::Drop { item, person: who } => {
                format!("Take {} out of {}", person(who), name(item))
            }
            Self::ChangeRoom { item, ref room } => {
                let place = mission.item(item).and_then(|it| it.place());
                let at = place.map(|it| format!(" at {}", saying::place(mission, it)));
                format!("Hold {} in {room}{}", name(item), at.unwrap_or_default())
            }
            Self::AddPerson {
                item,
                person: who,
                role,
            } => {
                let role = role.label().to_lowercase();
                format!("Put {} into {} as {role}", person(who), name(item))
            }
            Self::MakeTentative { meeting } => {
                format!("Make {} tentative", told_apart(ItemId::Meeting(meeting)))
            }
            Self::MakeConfirmed { item } => format!("Make {} confirmed", name(item)),
            Self::ClearBrief { meeting } => {
                let name = told_apart(ItemId::Meeting(meeting));
                format!("Clear the brief of {name} as it is")
            }
            Self::SetOwner { owner, .. } => format!("Give it to {}", person(owner)),
            Self::SetDue { due, .. } => {
                format!("Set due date to {}", saying::day(due, mission.first_day))
            }
            Self::SwapDates => "Swap the first and the last day".to_owned(),
            Self::AddCeremony { instrument } => {
                format!("Add a signing of {}", mission.name_of(instrument))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        insight::{Insight, tests::fixture},
        model::slot::{When, Zone},
    };

    fn mends(world: &str, code: &str) -> Vec<String> {
        fixture::mends(&fixture::insight(world), code)
    }

    #[test]
    fn an_item_moves_from_a_time_to_the_nearest_that_fits() {
        assert_eq!(
            mends(
                "place EXIM [hours 09:00 17:00]
                 16:00 60 Board @ EXIM: Aliyev
                 16:45 60 EXIM @ EXIM: Karimova, Aliyev (optional)",
                "outside-place-hours"
            ),
            ["Move EXIM from 16:45 to 15:00"]
        );
        assert_eq!(
            mends(
                "day 2026-03-13\n10:00 60 EXIM: Aliyev",
                "outside-mission-dates"
            ),
            ["Move EXIM from 10:00 on 13 March to 10:00 on 12 March"]
        );
        assert_eq!(
            mends(
                "delegate Aliyev [available 09:00 180]\n11:30 60 EXIM: Aliyev",
                "outside-availability"
            ),
            ["Move EXIM from 11:30 to 11:00", "Take Aliyev out of EXIM"]
        );
    }

    #[test]
    fn a_part_moves_into_its_session() {
        assert_eq!(
            mends(
                "09:00 120 Forum: Aliyev [session]
                 10:30 60 Energy: Karimova [panel] [in Forum]",
                "child-outside-parent"
            ),
            ["Move Energy from 10:30 to 10:00"]
        );
    }

    #[test]
    fn two_items_of_one_name_are_told_apart_by_when_they_are() {
        assert_eq!(
            mends(
                "delegate Karimova
                 10:00 60 ADNOC: Aliyev
                 10:30 60 ADNOC: Aliyev",
                "double-booked-person"
            ),
            [
                "Move ADNOC from 10:30 to 11:00",
                "Move ADNOC from 10:00 to 11:30",
                "Send Karimova to ADNOC at 10:30 instead of Aliyev",
                "Send Karimova to ADNOC at 10:00 instead of Aliyev",
                "Take Aliyev out of ADNOC at 10:30",
                "Take Aliyev out of ADNOC at 10:00",
            ]
        );
    }

    #[test]
    fn a_time_on_another_clock_than_the_delegations_has_its_city() {
        let mut mission = fixture::mission(
            "delegate Karimova
             10:00 60 ADNOC: Aliyev
             10:30 60 ADNOC: Aliyev",
        );
        let dubai = Zone::named("Asia/Dubai").expect("a zone");
        for id in mission.meetings.ids().collect::<Vec<_>>() {
            mission.meetings.change(id, |it| {
                if let Some(slot) = it.when.slot() {
                    let there = slot.in_zone(dubai.clone());
                    it.when = When::At(there);
                }
            });
        }
        let insight = Insight::new(&mission, fixture::BEFORE);
        let words = fixture::mends(&insight, "double-booked-person");
        assert_eq!(
            words.first().map(String::as_str),
            Some("Move ADNOC from 10:30 to 11:00 (Dubai)")
        );
        assert_eq!(
            words.last().map(String::as_str),
            Some("Take Aliyev out of ADNOC at 10:00 (Dubai)")
        );
    }
}
