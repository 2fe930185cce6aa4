//! Travel bands: the way to an item, drawn before it for the person whose day is shown.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    columns::{Column, Lane},
    days::{Stretch, working_hours},
    time_grid::DAY,
};
use crate::{
    insight::travel,
    model::{
        id::{PersonId, PlaceId},
        item::{Item, ItemId},
        mission::Mission,
        session::SessionKind,
    },
};

/// How one person gets through a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// The ways to their items.
    pub bands: Vec<Band>,
    /// When they are free, where that is asked for.
    pub gaps: Vec<(i32, i32)>,
}

impl Ways {
    /// How a person gets through a column, and if it is about them, when they are free in it.
    pub fn of(mission: &Mission, column: &Column, person: PersonId, is_theirs: bool) -> Self {
        // They come from what another lane has, or a filter hides: only all of their day tells how.
        let theirs = of(mission, column.source.iter().copied(), person);
        let ways = bands(mission, column.day, person, &theirs, i32::MIN);
        let mut bands: Vec<Band> = ways.collect();
        let gaps = match column.lane {
            Lane::Day | Lane::Delegate(_) if is_theirs => {
                let hours = working_hours(mission, &column.zone, column.day);
                gaps(&hours, &theirs, &bands, &column.away)
            }
            Lane::Day | Lane::Delegate(_) | Lane::Place(_) | Lane::Track(_) => Vec::new(),
        };
        bands.retain(|it| column.find(it.to).is_some());
        Self { bands, gaps }
    }
}

/// The way to one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Where it leads.
    pub to: ItemId,
    /// The minute one must leave.
    pub leave: i32,
    /// The minute one can leave at the earliest, if something comes before.
    pub free_from: Option<i32>,
    /// The minute the item begins.
    pub until: i32,
    /// How long it takes, `22 min + 10 security`, and where that is too long, how long there is.
    pub words: String,
    /// Whether there is time enough.
    pub fit: Fit,
    /// The minutes it takes when all goes well.
    least: i32,
}

/// Whether there is time enough for a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// There is.
    Fits,
    /// Only when all goes well: the margin of the mission is missing.
    Tight,
    /// There is not.
    Late,
}

impl Band {
    /// The minute from which it is drawn.
    pub fn from(&self) -> i32 {
        self.free_from.map_or(self.leave, |it| it.max(self.leave))
    }

    /// The minute at which one would be there, having left as soon as one can.
    pub fn arrives(&self) -> i32 {
        self.from() + self.least
    }
}

/// What somebody comes to: when it is, and the item itself.
pub type Attended<'a> = (Stretch, Item<'a>);

/// What takes somebody's time, of some stretches of a day given in order: what does not take place does not, nor
/// does what they have said no to.
pub fn of<'a>(
    mission: &'a Mission,
    day: impl Iterator<Item = Stretch>,
    person: PersonId,
) -> Vec<Attended<'a>> {
    let all = of_each(mission, std::iter::once(person), day);
    all.into_values().next().unwrap_or_default()
}

/// The same for several people at once.
pub fn of_each<'a>(
    mission: &'a Mission,
    people: impl Iterator<Item = PersonId>,
    day: impl Iterator<Item = Stretch>,
) -> BTreeMap<PersonId, Vec<Attended<'a>>> {
    let mut all: BTreeMap<_, _> = people.map(|it| (it, Vec::new())).collect();
    for it in day {
        let Some(item) = mission.item(it.item).filter(|it| it.standing().books()) else {
            continue;
        };
        for coming in item.participations().coming() {
            if let Some(theirs) = all.get_mut(&coming.person) {
                theirs.push((it, item));
            }
        }
    }
    all
}

/// The ways of one person through what they come to on a day, in order: those to what begins after a minute.
pub fn bands<'a>(
    mission: &'a Mission,
    day: Date,
    person: PersonId,
    theirs: &'a [Attended<'a>],
    after: i32,
) -> impl Iterator<Item = Band> + use<'a> {
    let mut here = hotel(mission, day, person, theirs);
    let mut free_from: Option<i32> = None;
    theirs.iter().filter_map(move |(placed, item)| {
        let moves = item.is_movement();
        let mut band = None;
        // A journey on the programme is itself the way: nothing leads to it.
        if after < placed.from
            && !moves
            && let (Some(from), Some(to)) = (here, item.place())
            && from != to
            && free_from.is_none_or(|it| it <= placed.from)
            && let Some(way) = way(mission, from, to)
        {
            let there_are = free_from.map_or(i32::MAX, |it| placed.from - it);
            let fit = if way.needed <= there_are {
                Fit::Fits
            } else if way.least <= there_are {
                Fit::Tight
            } else {
                Fit::Late
            };
            band = Some(Band {
                to: placed.item,
                leave: placed.from - way.needed,
                free_from,
                until: placed.from,
                words: match fit {
                    Fit::Fits => way.words,
                    Fit::Tight => {
                        format!("{} min with margin, only {there_are}", way.needed)
                    }
                    Fit::Late => format!("{} min, only {there_are}", way.least),
                },
                fit,
                least: way.least,
            });
        }
        if free_from.is_none_or(|it| it <= placed.until) {
            free_from = Some(placed.until);
            here = item.place().or(if moves { None } else { here });
        }
        band
    })
}

/// The least time between items that is worth a word, in minutes.
const WORTH_A_WORD: i32 = 75;

/// When a person is free in the hours that are worked, on a day that has something for them.
///
/// On the way they are not free, nor before they arrive or once they have left, nor when they cannot be had.
pub fn gaps(
    hours: &[(i32, i32)],
    theirs: &[Attended<'_>],
    ways: &[Band],
    away: &[(i32, i32)],
) -> Vec<(i32, i32)> {
    let (Some((dawn, _)), Some((_, dusk))) = (hours.first().copied(), hours.last().copied()) else {
        return Vec::new();
    };
    let mut busy: Vec<(i32, i32)> = theirs.iter().map(|(it, _)| (it.from, it.until)).collect();
    if busy.is_empty() {
        return Vec::new();
    }
    busy.extend(ways.iter().map(|it| (it.from(), it.until)));
    busy.extend(away);
    busy.extend(elsewhere(theirs));
    // On the clock at home a night may lie between two working days.
    let nights = hours.iter().zip(hours.iter().skip(1));
    busy.extend(nights.map(|((_, dusk), (dawn, _))| (*dusk, *dawn)));
    busy.push((dusk, dusk));
    busy.sort_unstable();
    // How long it is until the first item is seen without words.
    let mut free_from = busy.first().map_or(dawn, |it| it.0);
    let mut all = Vec::new();
    for (from, until) in busy {
        let gap = (free_from, from.min(dusk));
        if WORTH_A_WORD <= gap.1 - gap.0 {
            all.push(gap);
        }
        free_from = free_from.max(until);
    }
    all
}

/// The hours of a day in which a person is not where the delegation is: before they arrive, and from when they
/// leave until they arrive again.
fn elsewhere(theirs: &[Attended<'_>]) -> Vec<(i32, i32)> {
    let mut all = Vec::new();
    // Since when they are gone, and until when they were last busy.
    let mut gone_from = None;
    let mut busy_until = 0;
    for (it, item) in theirs {
        match item.kind() {
            Some(SessionKind::Arrival) => {
                all.push((gone_from.take().unwrap_or(busy_until), it.from));
            }
            Some(SessionKind::Departure) => gone_from = gone_from.or(Some(it.until)),
            Some(_) | None => {}
        }
        busy_until = busy_until.max(it.until);
    }
    all.extend(gone_from.map(|it| (it, DAY)));
    all.retain(|(from, until)| from < until);
    all
}

/// What it takes from one place to another.
struct Way {
    /// All of it, in minutes: the journey, the door, and the margin.
    needed: i32,
    /// The same without the margin.
    least: i32,
    /// The parts that one can name.
    words: String,
}

/// The way between two places, if anybody has said how long it is.
fn way(mission: &Mission, from: PlaceId, to: PlaceId) -> Option<Way> {
    let journey = travel::journey(mission, from, to)?;
    let door = mission.places.get(to).map_or(0, |it| it.security_minutes);
    let needed = travel::Needed {
        journey: Some(journey.minutes),
        door,
        margin: mission.settings.margin_minutes,
    };
    let words = if door == 0 {
        format!("{} min", journey.minutes)
    } else {
        format!("{} min + {door} security", journey.minutes)
    };
    Some(Way {
        needed: i32::try_from(needed.minutes()).unwrap_or(i32::MAX),
        least: i32::try_from(needed.without_margin()).unwrap_or(i32::MAX),
        words,
    })
}

/// Where somebody wakes up; nowhere that is known on the day they arrive.
fn hotel(
    mission: &Mission,
    day: Date,
    person: PersonId,
    theirs: &[Attended<'_>],
) -> Option<PlaceId> {
    let mut kinds = theirs.iter().map(|(_, item)| item.kind());
    let arrives = kinds.any(|it| it == Some(SessionKind::Arrival));
    mission.hotel_before(person, day).filter(|_| !arrives)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        sample::notation::from_notation,
        view::schedule::days::{Days, Whose},
    };

    /// Aliyev, and a visit with him.
    fn visit(lines: &str) -> (PersonId, Mission) {
        let head = "dates 2026-03-09 2026-03-10
                    delegate Aliyev [head]
                    delegate Zeynalov
                    travel Hotel Treasury 30
                    travel Treasury EXIM 20\n";
        let mission = from_notation(&format!("{head}{lines}")).expect("a mission in a few lines");
        let aliyev = |id: &PersonId| {
            mission
                .people
                .get(*id)
                .is_some_and(|it| it.family == "Aliyev")
        };
        let person = mission.people.ids().find(aliyev);
        (person.expect("he is one of them"), mission)
    }

    /// When he is free on the first day.
    fn free(lines: &str) -> Vec<(i32, i32)> {
        let (person, mission) = visit(lines);
        let days = Days::new(&mission, Whose::Host);
        let day = days.on(mission.first_day).iter().copied();
        let theirs = of(&mission, day, person);
        gaps(&[(480, 1140)], &theirs, &[], &[])
    }

    #[test]
    fn who_has_an_afternoon_between_two_calls_is_free() {
        let calls = "09:00 60 Call: Aliyev
                     14:00 60 Call: Aliyev";
        assert_eq!(free(calls), [(600, 840), (900, 1140)]);
    }

    #[test]
    fn who_has_left_is_not_free_and_nor_is_who_has_not_arrived() {
        let out = "09:00 60 Call: Aliyev
                   12:00 60 Departure: Aliyev [departure]";
        assert_eq!(free(out), [(600, 720)]);
        let out_and_on = "08:00 60 Departure: Aliyev [departure]
                          11:00 60 On: Aliyev [transfer]";
        assert_eq!(free(out_and_on), []);
        let in_the_morning = "07:00 15 Call home: Aliyev [call home]
                              11:00 60 Arrival: Aliyev [arrival]
                              15:00 60 Call: Aliyev";
        assert_eq!(free(in_the_morning), [(720, 900), (960, 1140)]);
    }

    #[test]
    fn who_goes_from_city_to_city_is_free_again_there() {
        let there = "08:00 60 Departure: Aliyev [departure]
                     12:00 60 Arrival: Aliyev [arrival]";
        assert_eq!(free(there), [(780, 1140)]);
    }

    #[test]
    fn a_flight_of_others_takes_nobody_else_away() {
        let theirs = "09:00 60 Call: Aliyev
                      12:00 60 Departure: Zeynalov [departure]";
        assert_eq!(free(theirs), [(600, 1140)]);
    }

    #[test]
    fn the_lane_of_a_place_has_the_ways_that_lead_there_from_another() {
        let (person, mission) = visit(
            "09:00 60 Call @ Treasury: Aliyev
             11:00 60 Bank @ EXIM: Aliyev
             14:00 60 Others @ Treasury: Zeynalov",
        );
        let days = Days::new(&mission, Whose::Host);
        let day = mission.first_day;
        let lane = |title: &str| {
            let place = mission
                .items()
                .find(|(_, it)| it.name() == title)
                .and_then(|(_, it)| it.place());
            let source = days.on(day);
            let lane = Lane::Place(place);
            let mut column = Column::new(&mission, Whose::Host, day, lane, source.clone());
            let there = |it: &&Stretch| mission.item(it.item).and_then(|it| it.place()) == place;
            column.fill(
                &mission,
                &source.iter().filter(there).copied().collect::<Vec<_>>(),
            );
            Ways::of(&mission, &column, person, true)
        };
        let bank = lane("Bank");
        let words: Vec<_> = bank.bands.iter().map(|it| it.words.as_str()).collect();
        assert_eq!(words, ["20 min"]);
        assert_eq!(bank.gaps, []);
        assert_eq!(
            lane("Others").bands,
            [],
            "nothing is known of the way there"
        );
    }
}
