//! What a view may see in one frame, and the one door through which it may speak.

use std::{cell::RefCell, collections::BTreeSet, path::Path};

use jiff::{Timestamp, civil::Date};

use super::command::Command;
use crate::{
    edit::{self, Edit},
    insight::Insight,
    model::{
        entity::Entity,
        id::{AnyId, Id, Mint},
        mission::Mission,
        slot::Zone,
    },
};

/// What a view may read this frame. Every view of one frame sees the same mission.
pub struct Scene<'a> {
    /// The mission as it is.
    pub mission: &'a Mission,
    /// What follows from it.
    pub insight: &'a Insight,
    /// The folder its file lies in; none while it has no file.
    pub folder: Option<&'a Path>,
    /// The number of the version: what a view derives from the mission it may keep until this changes.
    pub version: u64,
    /// What is selected.
    pub selection: &'a Selection,
    /// Now.
    pub now: Timestamp,
    /// Today, where the visit is.
    pub today: Date,
    /// Whose clock is shown.
    pub clocks: Clocks,
    /// The mission as it was before, to say what changed since.
    pub earlier: Option<&'a Earlier>,
    /// Makes new ids.
    pub mint: &'a RefCell<Mint>,
    /// What the views of this frame have said.
    pub actions: &'a RefCell<Vec<Action>>,
}

/// The mission as it was before.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// As it was.
    pub mission: Mission,
    /// When it was so.
    pub since: Timestamp,
    /// Whether it was so when it was last open here, and not only when it was opened now.
    pub was_last_time: bool,
}

/// Whose clock is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Clocks {
    /// The host's.
    Host,
    /// That of those at home.
    Home,
    /// Both, side by side.
    #[default]
    Both,
}

/// A page of the window, chosen in the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is called what it shows")]
pub enum Page {
    Overview,
    Schedule,
    Meetings,
    Contacts,
    Topics,
    FollowUps,
    Instruments,
    Problems,
}

impl Page {
    /// Every page, in the order of the rail.
    pub const ALL: [Self; 8] = [
        Self::Overview,
        Self::Schedule,
        Self::Meetings,
        Self::Contacts,
        Self::Topics,
        Self::FollowUps,
        Self::Instruments,
        Self::Problems,
    ];

    /// The command that goes there.
    pub fn command(self) -> Command {
        match self {
            Self::Overview => Command::GoOverview,
            Self::Schedule => Command::GoSchedule,
            Self::Meetings => Command::GoMeetings,
            Self::Contacts => Command::GoContacts,
            Self::Topics => Command::GoTopics,
            Self::FollowUps => Command::GoFollowUps,
            Self::Instruments => Command::GoInstruments,
            Self::Problems => Command::GoProblems,
        }
    }

    /// The page where a thing is at home.
    pub fn of(thing: AnyId) -> Self {
        match thing {
            AnyId::Mission => Self::Overview,
            AnyId::Session(_) | AnyId::Meeting(_) => Self::Schedule,
            AnyId::Person(_) | AnyId::Organisation(_) | AnyId::Place(_) => Self::Contacts,
            AnyId::Topic(_) => Self::Topics,
            AnyId::Instrument(_) => Self::Instruments,
            AnyId::FollowUp(_) => Self::FollowUps,
        }
    }

    /// Whether a thing is of a sort that this page shows.
    pub fn has(self, thing: AnyId) -> bool {
        self == Self::of(thing) || (self == Self::Meetings && matches!(thing, AnyId::Meeting(_)))
    }
}

/// What is selected, in the whole window: the things, the one clicked last at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    order: Vec<AnyId>,
    /// The same things, to ask for one quickly.
    all: BTreeSet<AnyId>,
    /// Whether one has gone to them from elsewhere, and they are still to be shown.
    is_sought: bool,
}

impl Selection {
    /// Nothing.
    pub fn none() -> Self {
        Self::default()
    }

    /// One thing.
    pub fn one(thing: impl Into<AnyId>) -> Self {
        Self::many([thing.into()])
    }

    /// Several things, the one that matters most last.
    pub fn many(things: impl IntoIterator<Item = AnyId>) -> Self {
        let mut order: Vec<AnyId> = things.into_iter().collect();
        let mut all = BTreeSet::new();
        // Of one that comes twice the last counts, so the list is walked from its end.
        order.reverse();
        order.retain(|it| all.insert(*it));
        order.reverse();
        Self {
            order,
            all,
            is_sought: false,
        }
    }

    /// This, as what one goes to from elsewhere: the page shows it, whatever hides it there.
    #[must_use]
    pub fn sought(self) -> Self {
        Self {
            is_sought: true,
            ..self
        }
    }

    /// Whether one has just gone to it from elsewhere: so for one frame.
    pub fn is_sought(&self) -> bool {
        self.is_sought
    }

    /// Notes that the page has shown it: from now on a filter may hide it again.
    pub fn set_shown(&mut self) {
        self.is_sought = false;
    }

    /// This, with one thing more, or less when it was in. What is at home on another page is left out: who adds one
    /// thing to others means those of this page.
    #[must_use]
    pub fn toggled(&self, thing: AnyId) -> Self {
        let is_beside = |it: &AnyId| Page::of(*it) == Page::of(thing);
        let mut toggled = Self::many(self.iter().filter(is_beside));
        if toggled.all.remove(&thing) {
            toggled.order.retain(|it| *it != thing);
        } else {
            toggled.all.insert(thing);
            toggled.order.push(thing);
        }
        toggled
    }

    /// The thing that the inspector shows.
    pub fn primary(&self) -> Option<AnyId> {
        self.order.last().copied()
    }

    /// The thing that is selected, where it is the only one.
    pub fn only(&self) -> Option<AnyId> {
        match self.order.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Whether a thing is in.
    pub fn contains(&self, thing: impl Into<AnyId>) -> bool {
        self.all.contains(&thing.into())
    }

    /// Everything that is in.
    pub fn iter(&self) -> impl Iterator<Item = AnyId> + '_ {
        self.order.iter().copied()
    }

    /// The things of one sort that are in.
    pub fn of<T>(&self) -> Vec<Id<T>>
    where
        Id<T>: TryFrom<AnyId>,
    {
        let ids = self.iter().map(Id::<T>::try_from);
        ids.filter_map(Result::ok).collect()
    }

    /// How many things are in.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nothing is in.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Forgets what is not in the mission any more.
    pub fn keep_only(&mut self, mission: &Mission) {
        self.order.retain(|it| mission.has(*it));
        self.all.retain(|it| mission.has(*it));
    }
}

/// What a view can say. There are four ways to speak, and no fifth.
#[derive(Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "a frame has a few actions at most, and none is stored"
)]
pub enum Action {
    /// Change the mission.
    Edit(Edit),
    /// Select something.
    Select(Selection),
    /// Go to a page.
    Go(Page),
    /// Go to the problems of one kind, by its code, or to all of them.
    ShowProblems(Option<&'static str>),
    /// Do what a menu could be asked to do.
    Command(Command),
}

impl Scene<'_> {
    /// Says something.
    pub fn push(&self, action: Action) {
        self.actions.borrow_mut().push(action);
    }

    /// Changes the mission.
    pub fn edit(&self, edit: Edit) {
        self.push(Action::Edit(edit));
    }

    /// Changes the mission, when there is anything to change.
    pub fn edit_if(&self, edit: Option<Edit>) {
        if let Some(edit) = edit {
            self.edit(edit);
        }
    }

    /// Selects one thing.
    pub fn select(&self, thing: impl Into<AnyId>) {
        self.push(Action::Select(Selection::one(thing)));
    }

    /// Goes to the page where a thing is at home, and selects it there.
    pub fn jump(&self, thing: impl Into<AnyId>) {
        let thing = thing.into();
        self.push(Action::Go(Page::of(thing)));
        self.push(Action::Select(Selection::one(thing).sought()));
    }

    /// Selects a thing, and opens it in the inspector, to be read and edited.
    pub fn open(&self, thing: impl Into<AnyId>) {
        self.select(thing);
        self.push(Action::Command(Command::EditDetails));
    }

    /// Adds a new entity, and selects it so that it can be filled in.
    pub fn add<T: Entity>(&self, entity: T) -> Id<T> {
        let id = self.new_id();
        self.edit(edit::entity::add(self.mission, id, entity));
        self.select(T::any(id));
        id
    }

    /// Selects things and removes them; asks first when other things would lose a link.
    pub fn ask_to_remove(&self, things: impl IntoIterator<Item = impl Into<AnyId>>) {
        let things = things.into_iter().map(Into::into);
        self.push(Action::Select(Selection::many(things)));
        self.push(Action::Command(Command::Remove));
    }

    /// Adds a new thing that has no name yet, and puts the keyboard where it is named.
    pub fn add_unnamed<T: Entity>(&self, entity: T) {
        self.add(entity);
        self.push(Action::Command(Command::EditDetails));
    }

    /// A new id.
    pub fn new_id<T>(&self) -> Id<T> {
        self.mint.borrow_mut().id()
    }

    /// The zone whose clock is shown first.
    pub fn zone(&self) -> &Zone {
        match self.clocks {
            Clocks::Host | Clocks::Both => &self.mission.host_zone,
            Clocks::Home => &self.mission.home_zone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_adds_to_a_selection_stands_on_one_page_with_it() {
        let meeting = |id: &str| AnyId::Meeting(id.parse().expect("a letter is an id"));
        let follow_up = AnyId::FollowUp("d".parse().expect("a letter is an id"));
        let meetings = Selection::many([meeting("a"), meeting("b")]);
        assert_eq!(meetings.toggled(meeting("c")).len(), 3);
        assert_eq!(meetings.toggled(meeting("a")).len(), 1);
        assert_eq!(meetings.toggled(follow_up).only(), Some(follow_up));
    }
}
