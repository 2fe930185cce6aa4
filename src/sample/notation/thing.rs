//! Everything of the notation that is no item: people, places, organisations, topics, instruments, follow-ups.

use std::num::NonZeroU16;

use super::{
    Reader,
    cut::{self, Opt, before_and_after_colon, choice, named_words},
};
use crate::model::{
    delegate::{Delegate, DelegationRole},
    entity::Entity,
    follow_up::{FollowUp, FollowUpStatus, Origin, OwedBy},
    id::{Id, PersonId},
    instrument::{Instrument, InstrumentKind, InstrumentStatus},
    meeting::{Meeting, Priority},
    organisation::{Organisation, OrganisationKind, Side},
    person::Person,
    place::{Hours, Place, Room},
    session::Session,
    slot::Slot,
    topic::Topic,
};

impl Reader {
    /// The things that every option of that key names.
    pub fn all_named<T: Entity>(
        &mut self,
        options: &[Opt],
        key: &str,
    ) -> Result<Vec<Id<T>>, String> {
        options
            .iter()
            .filter(|it| it.key == key)
            .map(|it| Ok(self.named(&cut::name(&it.rest)?)))
            .collect()
    }

    /// Reads `place Treasury [security 10] [room 3850 12]`.
    pub fn read_place(&mut self, name: &str, options: &[Opt]) -> Result<(), String> {
        let id: Id<Place> = self.named(&cut::name(name)?);
        let mut it = self.mission.get(id).cloned().unwrap_or_default();
        for option in options {
            match option.key.as_str() {
                "security" => it.security_minutes = cut::number(&option.rest)?,
                "zone" => it.zone = Some(cut::zone(&option.rest)?),
                "city" => it.city.clone_from(&option.rest),
                "room" => {
                    let words = named_words(&option.rest);
                    let (name, seats) = match words.as_slice() {
                        [name] => (name, 0),
                        [name, seats] => (name, cut::number(seats)?),
                        _ => return Err(option.unknown()),
                    };
                    it.rooms.push(Room {
                        name: name.clone(),
                        capacity: seats,
                    });
                }
                "hours" => {
                    let (from, until) = option
                        .rest
                        .split_once(' ')
                        .ok_or_else(|| option.unknown())?;
                    it.hours = Some(Hours {
                        from: cut::time(from)?,
                        until: cut::time(until)?,
                        weekends: false,
                    });
                }
                _ => return Err(option.unknown()),
            }
        }
        self.mission.places.insert(id, it);
        Ok(())
    }

    /// Reads `delegate Aliyev [head]` and `person Guidera [of Commerce]`.
    pub fn read_person(
        &mut self,
        name: &str,
        side: Side,
        travels: bool,
        options: &[Opt],
    ) -> Result<(), String> {
        let id = self.person(&cut::name(name)?, side);
        let mut it: Person = self.mission.get(id).cloned().unwrap_or_default();
        it.side = side;
        it.delegate = travels.then(|| it.delegate.take().unwrap_or_default());
        for option in options {
            match option.key.as_str() {
                "of" => it.organisation = Some(self.named(&cut::name(&option.rest)?)),
                "languages" => it.languages = cut::list(&option.rest),
                "class" => it.precedence.class = cut::number(&option.rest)?,
                "title" => it.title.clone_from(&option.rest),
                "email" => it.emails.push(option.rest.clone()),
                "available" => {
                    let (from, minutes) = option
                        .rest
                        .split_once(' ')
                        .ok_or_else(|| option.unknown())?;
                    let start = self.day.to_datetime(cut::time(from)?);
                    let minutes: NonZeroU16 = cut::minutes(minutes.trim())?;
                    it.available
                        .push(Slot::new(start, minutes, self.zone.clone()));
                }
                _ => match (choice::<Side>(&option.whole), &mut it.delegate) {
                    (Some(side), _) => it.side = side,
                    (None, Some(delegate)) => put_role(delegate, option)?,
                    (None, None) => return Err(option.unknown()),
                },
            }
        }
        self.mission.people.insert(id, it);
        Ok(())
    }

    /// Reads `organisation Commerce [agency]`.
    pub fn read_organisation(&mut self, name: &str, options: &[Opt]) -> Result<(), String> {
        let id: Id<Organisation> = self.named(&cut::name(name)?);
        let topics = self.all_named(options, "topic")?;
        let mut it = self.mission.get(id).cloned().unwrap_or_default();
        it.topics.extend(topics);
        for option in options.iter().filter(|it| it.key != "topic") {
            match (
                choice::<Side>(&option.whole),
                choice::<OrganisationKind>(&option.whole),
            ) {
                (Some(side), _) => it.side = side,
                (None, Some(kind)) => it.kind = kind,
                (None, None) => return Err(option.unknown()),
            }
        }
        self.mission.organisations.insert(id, it);
        Ok(())
    }

    /// Reads `topic AI [under Digital]`.
    pub fn read_topic(&mut self, name: &str, options: &[Opt]) -> Result<(), String> {
        let id: Id<Topic> = self.named(&cut::name(name)?);
        for option in options {
            let name = cut::name(&option.rest)?;
            match option.key.as_str() {
                "under" => {
                    let parent = self.named(&name);
                    self.mission
                        .topics
                        .change(id, |it| it.parent = Some(parent));
                }
                "lead" => {
                    let lead = self.person(&name, Side::Home);
                    self.mission.topics.change(id, |it| it.lead = Some(lead));
                }
                _ => return Err(option.unknown()),
            }
        }
        Ok(())
    }

    /// Reads `owed Send the draft: Aliyev [due 2026-03-20]`.
    pub fn read_follow_up(&mut self, rest: &str, options: &[Opt]) -> Result<(), String> {
        let (title, people) = before_and_after_colon(rest);
        let id: Id<FollowUp> = self.named(&cut::name(title)?);
        let mut it = self.mission.get(id).cloned().unwrap_or_default();
        it.owners = self.people(people);
        it.topics = self.all_named(options, "topic")?;
        for option in options {
            match option.key.as_str() {
                "topic" => {}
                "due" => it.due = Some(cut::day(&option.rest)?),
                "done" => {
                    it.status = FollowUpStatus::Done;
                    it.done_on = (!option.rest.is_empty())
                        .then(|| cut::day(&option.rest))
                        .transpose()?;
                }
                "from" => it.origin = Some(self.origin(&option.rest)?),
                "to" => it.counterpart = Some(self.named(&cut::name(&option.rest)?)),
                "after" => it.after = Some(self.named(&cut::name(&option.rest)?)),
                _ => {
                    if let Some(side) = choice::<OwedBy>(&option.whole) {
                        it.side = side;
                    } else if let Some(priority) = choice::<Priority>(&option.whole) {
                        it.priority = priority;
                    } else {
                        it.status = choice(&option.whole).ok_or_else(|| option.unknown())?;
                    }
                }
            }
        }
        self.mission.follow_ups.insert(id, it);
        Ok(())
    }

    /// Reads `instrument MoU: Aliyev, Su Le [signed 2026-03-11]`.
    pub fn read_instrument(&mut self, rest: &str, options: &[Opt]) -> Result<(), String> {
        let (title, people) = before_and_after_colon(rest);
        let id: Id<Instrument> = self.named(&cut::name(title)?);
        let mut it = self.mission.get(id).cloned().unwrap_or_default();
        it.signatories = self.people(people);
        it.parties = self.all_named(options, "with")?;
        it.topics = self.all_named(options, "topic")?;
        for option in options {
            match option.key.as_str() {
                "topic" | "with" => {}
                "signed" => {
                    it.status = InstrumentStatus::Signed;
                    it.signed_on = (!option.rest.is_empty())
                        .then(|| cut::day(&option.rest))
                        .transpose()?;
                }
                "ceremony" => it.ceremony = Some(self.named(&cut::name(&option.rest)?)),
                _ => match (
                    choice::<InstrumentKind>(&option.whole),
                    choice(&option.whole),
                ) {
                    (Some(kind), _) => it.kind = kind,
                    (None, Some(status)) => it.status = status,
                    (None, None) => return Err(option.unknown()),
                },
            }
        }
        self.mission.instruments.insert(id, it);
        Ok(())
    }

    /// The people of a list; those who are new are of ours when first, and else of the host's side.
    fn people(&mut self, text: &str) -> Vec<PersonId> {
        let mut all = Vec::new();
        for name in cut::list(text) {
            let side = if all.is_empty() {
                Side::Home
            } else {
                Side::Host
            };
            all.push(self.person(&name, side));
        }
        all
    }

    /// The meeting, session or instrument of that name.
    fn origin(&self, name: &str) -> Result<Origin, String> {
        let meeting = self.known::<Meeting>(name).map(Origin::Meeting);
        let session = || self.known::<Session>(name).map(Origin::Session);
        let instrument = || self.known::<Instrument>(name).map(Origin::Instrument);
        meeting
            .or_else(session)
            .or_else(instrument)
            .ok_or_else(|| format!("no line so far has {name}"))
    }
}

/// Takes the option for a role in the delegation, or for the number of seats.
fn put_role(delegate: &mut Delegate, option: &Opt) -> Result<(), String> {
    match option.key.as_str() {
        "seats" => delegate.seat_limit = Some(cut::number(&option.rest)?),
        "head" => {
            delegate.roles.insert(DelegationRole::HeadOfDelegation);
        }
        _ => {
            let role = choice(&option.whole).ok_or_else(|| option.unknown())?;
            delegate.roles.insert(role);
        }
    }
    Ok(())
}
