//! What the view works out from the mission once and keeps until the mission or what is shown changes.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use super::{
    agenda::{Agenda, Day},
    columns::{Column, Lane, columns, days_shown},
    days::{Days, Stretches, Whose},
    face::{Face, face},
    shape::{Shape, Shown},
    travel_band::Ways,
};
use crate::{
    model::{id::PersonId, item::ItemId, meeting::MeetingStatus, mission::Mission},
    view::scene::{Clocks, Scene},
};

/// What follows from the mission for this view.
pub struct Kept {
    version: u64,
    whose: Whose,
    shown: Shown,
    /// What stands on which day.
    pub days: Days,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The items without a time that somebody still waits for.
    pub waiting: Vec<ItemId>,
    /// The delegate whose ways are drawn when nobody's lens is on.
    pub head: Option<PersonId>,
    faces: BTreeMap<(usize, ItemId), Face>,
    ways: BTreeMap<usize, Ways>,
    /// What the days of the columns tell in the list.
    told: BTreeMap<usize, Arc<Day>>,
    agenda: Option<Arc<Agenda>>,
}

impl Kept {
    /// What follows from the mission of this scene, taking over from before what still holds.
    pub fn follow(before: Option<Self>, scene: &Scene<'_>, shown: &mut Shown) -> Self {
        let mission = scene.mission;
        let whose = match scene.clocks {
            Clocks::Host | Clocks::Both => Whose::Host,
            Clocks::Home => Whose::Home,
        };
        let Some(mut kept) = before else {
            let days = Days::new(mission, whose);
            shown.day = shown.day.or_else(|| first_day(mission, &days, scene.today));
            let columns = columns(scene, &days, whose, shown, Vec::new());
            return Self {
                version: scene.version,
                whose,
                shown: shown.clone(),
                columns,
                waiting: waiting(mission, &days),
                head: head(scene),
                days,
                faces: BTreeMap::new(),
                ways: BTreeMap::new(),
                told: BTreeMap::new(),
                agenda: None,
            };
        };
        let is_same_mission = kept.version == scene.version && kept.whose == whose;
        if is_same_mission && kept.shown == *shown {
            return kept;
        }
        let mut old = std::mem::take(&mut kept.columns);
        if kept.shown != *shown || kept.whose != whose {
            old.clear();
        }
        let heads: Vec<_> = old.iter().map(|it| (it.day, it.lane.clone())).collect();
        let mut sources: Vec<_> = old.iter().map(|it| Arc::clone(&it.source)).collect();
        if !is_same_mission {
            let is_alike = is_told_alike(kept.days.mission(), mission);
            let is_found_alike = is_alike && kept.days.mission().topics.is_same(&mission.topics);
            let are_as_long = are_ways_as_long(kept.days.mission(), mission);
            let changed = kept.days.follow(mission, whose);
            // By another name something may be shown that was not.
            if changed.is_none() || (!is_found_alike && !shown.typed.is_empty()) {
                old.clear();
            }
            if !is_alike || !are_as_long {
                sources.clear();
            }
            kept.forget_faces(changed.filter(|_| is_alike).as_deref());
            kept.waiting = waiting(mission, &kept.days);
            kept.head = head(scene);
        }
        // Columns that are not taken over may tell something else, though what stands on their days is the same.
        if old.is_empty() {
            kept.told.clear();
        }
        kept.columns = columns(scene, &kept.days, whose, shown, old);
        let head_of = |it: &Column| (it.day, it.lane.clone());
        if !kept.columns.iter().map(head_of).eq(heads) {
            kept.faces.clear();
            sources.clear();
        }
        kept.forget_ways(&sources);
        kept.agenda = None;
        kept.version = scene.version;
        kept.whose = whose;
        kept.shown = shown.clone();
        kept
    }

    /// Forgets what some items say, or all of them where nobody knows which.
    fn forget_faces(&mut self, changed: Option<&[ItemId]>) {
        match changed {
            Some(changed) => self.faces.retain(|(_, item), _| !changed.contains(item)),
            None => self.faces.clear(),
        }
    }

    /// Forgets the ways through all columns, and what their days tell, but of those whose stretches are the ones of
    /// before.
    fn forget_ways(&mut self, before: &[Stretches]) {
        let columns = &self.columns;
        let stays = |at: usize| {
            let both = before.get(at).zip(columns.get(at));
            both.is_some_and(|(was, column)| Arc::ptr_eq(was, &column.source))
        };
        self.ways.retain(|at, _| stays(*at));
        self.told.retain(|at, _| stays(*at));
    }

    /// The agenda of the columns, to be drawn as a list: through somebody's eyes with their ways.
    pub fn agenda(&mut self, mission: &Mission) -> Arc<Agenda> {
        if let Some(known) = &self.agenda {
            return Arc::clone(known);
        }
        let columns = std::mem::take(&mut self.columns);
        let agenda = Agenda::of(&columns, |at| self.day_told(mission, at, &columns));
        let agenda = Arc::new(agenda);
        self.columns = columns;
        self.agenda = Some(Arc::clone(&agenda));
        agenda
    }

    /// What the day of a column tells.
    fn day_told(&mut self, mission: &Mission, at: usize, columns: &[Column]) -> Arc<Day> {
        if let Some(known) = self.told.get(&at) {
            return Arc::clone(known);
        }
        let ways = match self.shown.lens {
            None => Ways::default(),
            Some(_) => self.ways_of(mission, at, columns).clone(),
        };
        let day = columns.get(at).map(|it| Day::of(it, &self.days, &ways));
        let day = Arc::new(day.unwrap_or_default());
        self.told.insert(at, Arc::clone(&day));
        day
    }

    /// What an item says in a column.
    ///
    /// While the grid is drawn its columns are lent out, so they are given back as `columns`.
    pub fn face_in(
        &mut self,
        mission: &Mission,
        at: usize,
        item: ItemId,
        columns: &[Column],
    ) -> &Face {
        self.faces
            .entry((at, item))
            .or_insert_with(|| match columns.get(at) {
                Some(it) => {
                    let mut face = face(mission, item, it);
                    if it.lane != Lane::Day {
                        face.name.push_str(&format!(", lane of {}", it.title));
                    }
                    face
                }
                None => Face::default(),
            })
    }

    /// The ways drawn in a column: those of the person whose it is or through whose eyes one looks, else of the
    /// head of delegation.
    pub fn ways_of(&mut self, mission: &Mission, at: usize, columns: &[Column]) -> &Ways {
        let lens = self.shown.lens;
        let whose = columns.get(at).and_then(|it| match &it.lane {
            Lane::Day | Lane::Place(_) | Lane::Track(_) => lens,
            Lane::Delegate(id) => *id,
        });
        let head = self.head;
        self.ways.entry(at).or_insert_with(|| {
            let Some(column) = columns.get(at) else {
                return Ways::default();
            };
            match (whose, head) {
                (Some(person), _) => Ways::of(mission, column, person, true),
                (None, Some(head)) if column.lane == Lane::Day => {
                    Ways::of(mission, column, head, false)
                }
                (None, _) => Ways::default(),
            }
        })
    }

    /// Every column an item stands in.
    pub fn columns_of(&self, item: ItemId) -> impl Iterator<Item = usize> + '_ {
        let days = self.days.of(item);
        self.columns
            .iter()
            .enumerate()
            .filter(move |(_, it)| days.contains(&it.day) && it.find(item).is_some())
            .map(|(at, _)| at)
    }

    /// The days one can go to.
    pub fn all_days(&self, mission: &Mission) -> Vec<Date> {
        match self.shown.shape {
            Shape::Days | Shape::List => self.columns.iter().map(|it| it.day).collect(),
            Shape::Lanes => days_shown(mission, &self.days),
        }
    }

    /// Whose days these are.
    pub fn whose(&self) -> Whose {
        self.whose
    }
}

/// Whether the things by which items and lanes call themselves are the same in two versions.
fn is_told_alike(older: &Mission, newer: &Mission) -> bool {
    older.people.is_same(&newer.people)
        && older.organisations.is_same(&newer.organisations)
        && older.places.is_same(&newer.places)
}

/// Whether what people need for their ways, besides the items themselves and their places, is the same.
fn are_ways_as_long(older: &Mission, newer: &Mission) -> bool {
    older.travel.is_same(&newer.travel)
        && older.settings == newer.settings
        && older.first_day == newer.first_day
}

/// The delegate on whose time the programme turns: the head, or else the first in the order.
fn head(scene: &Scene<'_>) -> Option<PersonId> {
    let all = scene.insight.delegation();
    let leads = |id: &&PersonId| {
        scene
            .mission
            .people
            .get(**id)
            .and_then(|it| it.delegate.as_ref())
            .is_some_and(|it| it.is_head())
    };
    all.iter().find(leads).or(all.first()).copied()
}

/// The day the view opens on: today during the visit, else the first that has something.
fn first_day(mission: &Mission, days: &Days, today: Date) -> Option<Date> {
    if mission.is_day(today) {
        return Some(today);
    }
    days.busy()
        .find(|it| mission.first_day <= *it)
        .or(Some(mission.first_day))
}

/// What waits in the tray, that which matters most first.
fn waiting(mission: &Mission, days: &Days) -> Vec<ItemId> {
    let mut all: Vec<ItemId> = days
        .open()
        .filter(|id| match id {
            ItemId::Session(_) => mission.item(*id).is_some_and(|it| it.standing().books()),
            ItemId::Meeting(id) => mission
                .meetings
                .get(*id)
                .is_some_and(|it| it.status.books() || it.status == MeetingStatus::Postponed),
        })
        .collect();
    all.sort_by_cached_key(|id| match id {
        ItemId::Meeting(meeting) => mission
            .meetings
            .get(*meeting)
            .map_or((3, String::new()), |it| {
                (it.priority.weight(), it.title.clone())
            }),
        ItemId::Session(_) => (1, mission.name_of(*id)),
    });
    all
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use jiff::civil::date;

    use super::*;
    use crate::{
        edit,
        insight::Insight,
        model::{
            id::Mint, meeting::Meeting, participation::Participations, slot::Zone, travel::Journey,
        },
        sample,
        view::{scene::Selection, schedule::shape::LanesAre},
    };

    /// What every item says in every column, and the ways there, as it is kept after some versions of a mission.
    fn seen(versions: &[Mission], shown: &mut Shown) -> Vec<(Vec<Face>, Ways)> {
        let mut kept = None;
        let mut all = Vec::new();
        for (mission, version) in versions.iter().zip(0..) {
            let scene = Scene {
                mission,
                insight: &Insight::new(mission, date(2026, 3, 10)),
                folder: None,
                version,
                selection: &Selection::none(),
                now: "2026-03-10T15:00:00Z".parse().expect("an instant"),
                today: date(2026, 3, 10),
                clocks: Clocks::Host,
                earlier: None,
                mint: &RefCell::new(Mint::counting_from(1)),
                actions: &RefCell::new(Vec::new()),
            };
            let mut it = Kept::follow(kept, &scene, shown);
            let columns = std::mem::take(&mut it.columns);
            all.clear();
            for (at, column) in columns.iter().enumerate() {
                let items = column.placed.iter().map(|it| it.item);
                let faces = items.map(|item| it.face_in(mission, at, item, &columns).clone());
                let faces = faces.collect();
                all.push((faces, it.ways_of(mission, at, &columns).clone()));
            }
            it.columns = columns;
            kept = Some(it);
        }
        all
    }

    #[test]
    fn what_blocks_and_ways_say_follows_every_edit() {
        let before = sample::washington();
        // A meeting that names nobody says with which organisation it is.
        let mut meetings = before.meetings.iter();
        let found = meetings.find(|(_, it)| it.title == "Export-Import Bank");
        let (nameless, it) = found.expect("it is in the sample");
        let with = it.organisations[0];
        let it = Meeting {
            title: "Talks".to_owned(),
            participations: Participations::default(),
            ..it.clone()
        };
        let before = edit::entity::change(&before, nameless, it).next;
        let mut meetings = before.meetings.iter();
        let found = meetings.find(|(_, it)| it.title == "Department of Commerce");
        let (meeting, called) = found.expect("it is in the sample");
        let mut called = called.clone();
        let first = called.participations.iter().next();
        let person = first.expect("somebody comes").person;
        let mut renamed = before.people.get(person).expect("they are known").clone();
        let place = called.place.expect("it has a place");
        let mut moved = before.places.get(place).expect("it is known").clone();
        called.title = "Another title".to_owned();
        renamed.family = "Zulfugarzade".to_owned();
        moved.short_name = "Annex".to_owned();
        let mut merged = before.organisations.get(with).expect("known").clone();
        merged.acronym = "Bank of Banks".to_owned();
        let (mut leg, mut host, mut margin) = (before.clone(), before.clone(), before.clone());
        margin.settings.margin_minutes = 25;
        let mut longer = before.clone();
        for (from, to, journey) in before.travel.iter() {
            let minutes = journey.minutes + 40;
            let journey = Journey {
                minutes,
                ..journey.clone()
            };
            longer.travel.set(from, to, journey);
        }
        let london = Zone::named("Europe/London").expect("a zone");
        leg.legs[0].zone = london.clone();
        host.legs.clear();
        host.host_zone = london;
        let edits = [
            edit::entity::change(&before, meeting, called).next,
            edit::entity::change(&before, person, renamed).next,
            edit::entity::change(&before, place, moved).next,
            edit::entity::change(&before, with, merged).next,
            leg,
            host,
            margin,
            longer,
            edit::schedule::unschedule_all(&before, &[ItemId::Meeting(meeting)]).next,
        ];
        for (shape, lanes_are, lens) in [
            (Shape::Days, LanesAre::Delegates, None),
            (Shape::Lanes, LanesAre::Delegates, None),
            (Shape::Lanes, LanesAre::Places, Some(person)),
        ] {
            for (at, after) in edits.iter().enumerate() {
                let mut shown = Shown {
                    shape,
                    lanes_are,
                    lens,
                    ..Shown::default()
                };
                let fresh = seen(std::slice::from_ref(after), &mut shown.clone());
                let followed = seen(&[before.clone(), after.clone()], &mut shown);
                assert!(fresh == followed, "{shape:?} of {lanes_are:?}, edit {at}");
                let unchanged = seen(std::slice::from_ref(&before), &mut shown);
                // One person does not see what others do.
                let is_seen = lens.is_some() || followed != unchanged;
                assert!(is_seen, "{shape:?} of {lanes_are:?}: edit {at} is seen");
            }
        }
    }
}
