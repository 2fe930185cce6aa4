//! Meetings and sessions of the notation: `10:00 60 Call on EXIM @ EXIM: Aliyev, Todd [tentative]`.

use super::{
    Reader,
    cut::{self, Opt, before_and_after_colon, choice},
};
use crate::{
    model::{
        brief::BriefStatus,
        id::{Id, OrganisationId, PlaceId, TopicId},
        meeting::{Meeting, MeetingKind, MeetingStatus, Priority},
        organisation::Side,
        participation::{Need, Participation, Participations, Response, Role},
        place::Room,
        readout::RecordStatus,
        session::{Interpretation, Press, Session, SessionKind, SessionStatus},
        slot::{Slot, When},
        table::Table,
    },
    sample::slug::free_id,
};

/// What meetings and sessions have in common.
struct Both {
    title: String,
    when: When,
    place: Option<PlaceId>,
    room: String,
    organisations: Vec<OrganisationId>,
    topics: Vec<TopicId>,
    participations: Participations,
}

impl Reader {
    /// Reads an item, whose line begins with its time.
    pub fn read_item(&mut self, start: &str, rest: &str, options: &[Opt]) -> Result<(), String> {
        let (minutes, rest) = rest
            .split_once(char::is_whitespace)
            .ok_or_else(|| format!("a line cannot begin with {start}, or it needs a length"))?;
        let minutes = cut::minutes(minutes)?;
        let (before, people) = before_and_after_colon(rest);
        let (title, place) = before
            .split_once('@')
            .map_or((before, None), |(title, place)| (title, Some(place)));
        let place = place.map(cut::name).transpose()?;
        let place: Option<PlaceId> = place.map(|name| self.named(&name));
        let when = match start {
            "open" => When::Open(minutes),
            time => {
                let zone = match find(options, "zone") {
                    Some(option) => cut::zone(&option.rest)?,
                    None => self.zone.clone(),
                };
                When::At(Slot::new(
                    self.day.to_datetime(cut::time(time)?),
                    minutes,
                    zone,
                ))
            }
        };
        let when = match (when, find(options, "lands")) {
            (When::At(slot), Some(option)) => When::At(slot.landing_in(cut::zone(&option.rest)?)),
            (when, _) => when,
        };
        let kind = options.iter().find_map(|it| match it.whole.as_str() {
            "session" => Some(SessionKind::Other),
            text => choice(text),
        });
        let room = find(options, "room").map_or_else(String::new, |it| it.rest.clone());
        if let Some(place) = place.filter(|_| !room.is_empty()) {
            self.mission.places.change(place, |it| {
                if it.room(&room).is_none() {
                    it.rooms.push(Room {
                        name: room.clone(),
                        capacity: 0,
                    });
                }
            });
        }
        let both = Both {
            title: cut::name(title)?,
            when,
            place,
            room,
            organisations: self.all_named(options, "with")?,
            topics: self.all_named(options, "topic")?,
            participations: self.participations(people, kind.is_none())?,
        };
        match kind {
            Some(kind) => self.read_session(both, kind, options),
            None => self.read_meeting(both, options),
        }
    }

    fn read_session(
        &mut self,
        both: Both,
        kind: SessionKind,
        options: &[Opt],
    ) -> Result<(), String> {
        let mut it = Session {
            title: both.title,
            kind,
            when: both.when,
            place: both.place,
            room: both.room,
            hosts: both.organisations,
            topics: both.topics,
            participations: both.participations,
            ..Session::default()
        };
        for option in options {
            match option.key.as_str() {
                "room" | "with" | "topic" | "zone" | "lands" | "id" | "session" => {}
                "in" => it.parent = Some(self.named(&option.rest)),
                "track" => it.track.clone_from(&option.rest),
                "languages" => it.languages = cut::list(&option.rest),
                "locked" => it.locked = true,
                "record" => it.record.status = record(option)?,
                "promised" => it.record.promised.clone_from(&option.rest),
                _ => {
                    let known = put::<SessionKind>(&mut it.kind, option)
                        || put::<SessionStatus>(&mut it.status, option)
                        || put::<Press>(&mut it.press, option)
                        || put::<Interpretation>(&mut it.interpretation, option);
                    known.then_some(()).ok_or_else(|| option.unknown())?;
                }
            }
        }
        let id = id_for(&self.mission.sessions, &it.title, options)?;
        self.mission.sessions.insert(id, it);
        Ok(())
    }

    fn read_meeting(&mut self, both: Both, options: &[Opt]) -> Result<(), String> {
        let mut it = Meeting {
            title: both.title,
            status: MeetingStatus::Confirmed,
            when: both.when,
            place: both.place,
            room: both.room,
            organisations: both.organisations,
            topics: both.topics,
            participations: both.participations,
            ..Meeting::default()
        };
        for option in options {
            match option.key.as_str() {
                "room" | "with" | "topic" | "zone" | "lands" | "id" => {}
                "languages" => it.languages = cut::list(&option.rest),
                "locked" => it.locked = true,
                "sought" => it.level_sought.clone_from(&option.rest),
                "offered" => it.level_offered.clone_from(&option.rest),
                "asked" => it.request.sent_on = Some(cut::day(&option.rest)?),
                "chase" => it.request.chase_on = Some(cut::day(&option.rest)?),
                "record" => it.record.status = record(option)?,
                "promised" => it.record.promised.clone_from(&option.rest),
                "brief" => match option.rest.split_once(' ') {
                    Some(("due", on)) => it.brief.due = Some(cut::day(on)?),
                    Some(("cleared", on)) => {
                        it.brief.status = BriefStatus::Cleared;
                        it.brief.cleared_on = Some(cut::day(on)?);
                    }
                    _ => {
                        it.brief.status = choice(&option.rest).ok_or_else(|| option.unknown())?;
                    }
                },
                _ => {
                    let known = put::<MeetingStatus>(&mut it.status, option)
                        || put::<MeetingKind>(&mut it.kind, option)
                        || put::<Priority>(&mut it.priority, option)
                        || put::<Press>(&mut it.press, option)
                        || put::<Interpretation>(&mut it.interpretation, option);
                    known.then_some(()).ok_or_else(|| option.unknown())?;
                }
            }
        }
        let id = id_for(&self.mission.meetings, &it.title, options)?;
        self.mission.meetings.insert(id, it);
        Ok(())
    }

    /// The people of an item; in a meeting the first of each side leads.
    fn participations(&mut self, text: &str, is_meeting: bool) -> Result<Participations, String> {
        let mut all = Participations::default();
        let mut led = Vec::new();
        for part in people(text) {
            let (name, words) = part
                .split_once('(')
                .map_or((part.as_str(), ""), |(name, words)| {
                    (name, words.trim_end().trim_end_matches(')'))
                });
            let side = if all.is_empty() {
                Side::Home
            } else {
                Side::Host
            };
            let person = self.person(&cut::name(name)?, side);
            let side = self.mission.people.get(person).map(|it| it.side);
            let mut it = Participation::new(person, Role::default());
            let mut has_role = false;
            for word in cut::list(words) {
                if let Some(role) = choice(&word) {
                    it.role = role;
                    has_role = true;
                } else if let Some(need) = choice::<Need>(&word) {
                    it.need = need;
                } else {
                    it.response = choice::<Response>(&word)
                        .ok_or_else(|| format!("({word}) is no role, need or answer"))?;
                }
            }
            if is_meeting && !has_role && !led.contains(&side) {
                it.role = Role::Lead;
                led.push(side);
            }
            if all.of(person).is_some() {
                return Err(format!("{} stands twice in one item", name.trim()));
            }
            all.put(it);
        }
        Ok(all)
    }
}

/// The people of a list, each with the round brackets behind the name.
fn people(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '(' => inside = true,
            ')' => inside = false,
            _ => {}
        }
        match all.last_mut() {
            Some(last) if inside || letter != ',' => last.push(letter),
            _ => all.push(String::new()),
        }
    }
    all.retain(|it| !it.trim().is_empty());
    all
}

/// The first option with that word in front.
fn find<'a>(options: &'a [Opt], key: &str) -> Option<&'a Opt> {
    options.iter().find(|it| it.key == key)
}

/// Takes the option for a choice of this list, if it is one.
fn put<C: crate::model::words::Choice + std::fmt::Debug>(into: &mut C, option: &Opt) -> bool {
    match choice(&option.whole) {
        Some(it) => {
            *into = it;
            true
        }
        None => false,
    }
}

fn record(option: &Opt) -> Result<RecordStatus, String> {
    choice(&option.rest).ok_or_else(|| option.unknown())
}

/// The id that an option gives, or a free one after the title.
fn id_for<T: Clone>(table: &Table<T>, title: &str, options: &[Opt]) -> Result<Id<T>, String> {
    match find(options, "id") {
        Some(option) => option
            .rest
            .parse()
            .map_err(|wrong: crate::model::id::NotAnId| wrong.to_string()),
        None => Ok(free_id(table, title)),
    }
}
