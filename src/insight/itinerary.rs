//! One person's day: what they attend, how they get there, and when they are free.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{
    calendar::{Calendar, Claim},
    travel::{Needed, needed_between, previous},
};
use crate::model::{
    id::{PersonId, PlaceId},
    item::ItemId,
    mission::Mission,
    slot::Zone,
};

/// One thing after another in somebody's day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// They are in an item.
    Item(Claim),
    /// They are on their way.
    Transfer(Transfer),
    /// They are free.
    Gap {
        /// From when.
        from: Timestamp,
        /// Until when.
        until: Timestamp,
    },
}

/// The way to an item, as it must be gone at the latest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// The item it leads to.
    pub to_item: ItemId,
    /// From where.
    pub from: PlaceId,
    /// To where.
    pub to: PlaceId,
    /// When they must leave at the latest, all margins kept.
    pub leave: Timestamp,
    /// When they are there.
    pub arrive: Timestamp,
    /// What the way takes.
    pub needed: Needed,
    /// Whether they can leave so early.
    pub fits: bool,
}

/// A person's day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Itinerary {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub day: Date,
    /// One thing after another.
    pub steps: Vec<Step>,
}

impl Itinerary {
    /// What somebody does on a day on the clock of a zone. Who does nothing still has a day.
    pub fn of(
        mission: &Mission,
        calendar: &Calendar,
        person: PersonId,
        day: Date,
        zone: &Zone,
    ) -> Self {
        let midnight = |day: Date| zone.instant(day.at(0, 0, 0, 0));
        let (from, until) = (midnight(day), midnight(day.tomorrow().unwrap_or(Date::MAX)));
        let claims = calendar.of(person);
        let mut steps = Vec::new();
        let mut busy_until: Option<Timestamp> = None;
        for claim in claims
            .iter()
            .filter(|it| it.from < until && from < it.until)
        {
            let transfer = transfer_to(mission, claims, claim);
            let begins = transfer.as_ref().map_or(claim.from, |it| it.leave);
            if let Some(free_from) = busy_until.filter(|it| *it < begins) {
                steps.push(Step::Gap {
                    from: free_from,
                    until: begins,
                });
            }
            steps.extend(transfer.map(Step::Transfer));
            steps.push(Step::Item(claim.clone()));
            busy_until = busy_until.max(Some(claim.until));
        }
        Self { person, day, steps }
    }

    /// The items of the day, in order.
    pub fn items(&self) -> impl Iterator<Item = &Claim> {
        self.steps.iter().filter_map(|it| match it {
            Step::Item(claim) => Some(claim),
            Step::Transfer(_) | Step::Gap { .. } => None,
        })
    }

    /// When the day begins: with the first item, or with the way to it.
    pub fn first_minute(&self) -> Option<Timestamp> {
        self.steps.iter().map(Step::from).min()
    }

    /// When the day ends.
    pub fn last_minute(&self) -> Option<Timestamp> {
        self.items().map(|it| it.until).max()
    }

    /// What somebody is in at an instant, and what comes next.
    pub fn now_and_next(&self, now: Timestamp) -> (Option<&Claim>, Option<&Claim>) {
        let runs = self.items().filter(|it| it.from <= now && now < it.until);
        // Of items one in another, the inner one is what one is at.
        (
            runs.max_by_key(|it| it.from),
            self.items().find(|it| now < it.from),
        )
    }
}

impl Step {
    /// When it begins.
    pub fn from(&self) -> Timestamp {
        match self {
            Self::Item(claim) => claim.from,
            Self::Transfer(transfer) => transfer.leave,
            Self::Gap { from, .. } => *from,
        }
    }
}

/// The way to a claim, when its person comes from elsewhere and somebody has said how long that takes.
pub fn transfer_to(mission: &Mission, claims: &[Claim], to: &Claim) -> Option<Transfer> {
    let earlier = previous(claims, to).filter(|_| !to.is_movement)?;
    let needed = needed_between(mission, earlier, to)?;
    needed.journey?;
    let leave = to
        .from
        .checked_sub(SignedDuration::from_mins(needed.minutes()))
        .ok()?;
    Some(Transfer {
        to_item: to.by,
        from: earlier.place?,
        to: to.place?,
        leave,
        arrive: to.from,
        needed,
        fits: earlier.until <= leave,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{saying::clock, tests::fixture::insight};

    fn day(world: &str) -> Vec<String> {
        let insight = insight(world);
        let mission = insight.mission();
        let person = "aliyev".parse().expect("an id");
        let zone = &mission.host_zone;
        let day = Itinerary::of(mission, insight.calendar(), person, mission.first_day, zone);
        let said = |step: &Step| match step {
            Step::Item(it) => format!("{} {}", clock(it.from, zone), mission.name_of(it.by)),
            Step::Transfer(it) => {
                let fits = if it.fits { "" } else { ", too late" };
                format!(
                    "{} to {}{fits}",
                    clock(it.leave, zone),
                    mission.name_of(it.to)
                )
            }
            Step::Gap { from, until } => {
                format!("{}–{} free", clock(*from, zone), clock(*until, zone))
            }
        };
        day.steps.iter().map(said).collect()
    }

    #[test]
    fn a_day_is_items_ways_and_gaps() {
        let world = "travel Treasury EXIM 20
                     10:00 60 Treasury @ Treasury: Aliyev
                     12:00 30 EXIM @ EXIM: Aliyev
                     12:30 30 Board @ EXIM: Aliyev
                     18:00 60 Dinner: Karimova";
        assert_eq!(
            day(world),
            [
                "10:00 Treasury",
                "11:00–11:35 free",
                "11:35 to EXIM",
                "12:00 EXIM",
                "12:30 Board"
            ]
        );
    }

    #[test]
    fn a_way_that_does_not_fit_is_there_all_the_same() {
        let world = "travel Treasury EXIM 20
                     10:00 60 Treasury @ Treasury: Aliyev
                     11:10 30 EXIM @ EXIM: Aliyev";
        assert_eq!(
            day(world),
            ["10:00 Treasury", "10:45 to EXIM, too late", "11:10 EXIM"]
        );
    }

    #[test]
    fn who_is_in_a_conference_is_not_free_between_its_panels() {
        let world = "09:00 480 Forum @ Hotel: Aliyev [session]
                     10:00 60 Energy @ Hotel: Aliyev [panel] [in Forum]
                     14:00 60 Finance @ Hotel: Aliyev [panel] [in Forum]";
        assert_eq!(day(world), ["09:00 Forum", "10:00 Energy", "14:00 Finance"]);
    }

    #[test]
    fn who_does_nothing_still_has_a_day() {
        assert!(day("delegate Aliyev").is_empty());
    }
}
