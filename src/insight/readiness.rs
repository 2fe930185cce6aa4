//! What each meeting still lacks before it can be held well.

use jiff::civil::Date;

use super::{
    delegation::is_principal,
    problem::{
        brief_due, has_counterpart, has_note_taker, interprets, lacks_interpreter, our_leads,
    },
};
use crate::model::{
    item::{Item, Standing},
    meeting::Meeting,
    mission::Mission,
    words::{Choice, Words, words},
};

/// One of the things a meeting needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Both sides have said yes.
    Confirmed,
    /// It has its day and hour.
    Time,
    /// It is somewhere.
    Place,
    /// Somebody of the other side is named.
    Counterpart,
    /// Somebody of ours leads.
    Lead,
    /// What our side must know is cleared, and not out of date.
    Brief,
    /// Somebody takes notes.
    NoteTaker,
    /// The sides understand each other.
    Interpreter,
    /// The papers that belong to it are there.
    Materials,
}

impl Choice for Aspect {
    const ALL: &'static [Self] = &[
        Self::Confirmed,
        Self::Time,
        Self::Place,
        Self::Counterpart,
        Self::Lead,
        Self::Brief,
        Self::NoteTaker,
        Self::Interpreter,
        Self::Materials,
    ];

    fn words(self) -> Words {
        match self {
            Self::Confirmed => words("Confirmed", "Təsdiq"),
            Self::Time => words("Time", "Vaxt"),
            Self::Place => words("Place", "Yer"),
            Self::Counterpart => words("Counterpart", "Qarşı tərəf"),
            Self::Lead => words("Lead", "Rəhbər"),
            Self::Brief => words("Brief", "Arayış"),
            Self::NoteTaker => words("Note taker", "Protokolçu"),
            Self::Interpreter => words("Interpreter", "Tərcüməçi"),
            Self::Materials => words("Materials", "Materiallar"),
        }
    }
}

/// Whether a meeting has one of the things it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has it.
    Ready,
    /// It has not, but there is still time.
    ToDo,
    /// It has not, and should have by now.
    Missing,
    /// It does without.
    NotNeeded,
}

/// What one meeting has and lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    states: Vec<(Aspect, State)>,
}

impl Readiness {
    /// What a meeting has and lacks on a day. One that is over, or does not take place, needs nothing.
    pub fn of(mission: &Mission, meeting: &Meeting, today: Date) -> Self {
        let is_late = is_late(mission, meeting, today);
        let state = |aspect: &Aspect| match has(mission, meeting, *aspect) {
            Some(true) => State::Ready,
            None => State::NotNeeded,
            Some(false) if is_late => State::Missing,
            Some(false) => State::ToDo,
        };
        Self {
            states: Aspect::ALL.iter().map(|it| (*it, state(it))).collect(),
        }
    }

    /// Whether it has one thing.
    pub fn state(&self, aspect: Aspect) -> State {
        self.states
            .iter()
            .find(|(of, _)| *of == aspect)
            .map_or(State::NotNeeded, |(_, state)| *state)
    }

    /// Every aspect with its state, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Aspect, State)> {
        self.states.iter().copied()
    }

    /// What it lacks, late or not.
    pub fn lacking(&self) -> impl Iterator<Item = Aspect> {
        self.iter()
            .filter(|(_, state)| matches!(state, State::ToDo | State::Missing))
            .map(|(aspect, _)| aspect)
    }

    /// How many things it has, of how many it needs.
    pub fn counts(&self) -> (usize, usize) {
        let needed = self.iter().filter(|(_, it)| *it != State::NotNeeded);
        let has = self.iter().filter(|(_, it)| *it == State::Ready);
        (has.count(), needed.count())
    }

    /// Whether it lacks nothing.
    pub fn is_ready(&self) -> bool {
        self.lacking().next().is_none()
    }
}

/// Whether a meeting is still to come: it takes place, and was not held yet.
pub fn is_to_come(meeting: &Meeting) -> bool {
    !matches!(
        Item::Meeting(meeting).standing(),
        Standing::Off | Standing::Held
    )
}

/// Whether all should be there by now: from the day the brief is due.
fn is_late(mission: &Mission, meeting: &Meeting, today: Date) -> bool {
    brief_due(mission, meeting).is_some_and(|due| due <= today)
}

/// Whether a meeting has something; none when it does without.
fn has(mission: &Mission, meeting: &Meeting, aspect: Aspect) -> Option<bool> {
    if !is_to_come(meeting) {
        return None;
    }
    let people = || meeting.participations.coming();
    match aspect {
        Aspect::Confirmed => Some(meeting.status.is_firm()),
        Aspect::Time => Some(meeting.when.slot().is_some()),
        Aspect::Place => Some(meeting.place.is_some()),
        Aspect::Counterpart => Some(has_counterpart(mission, meeting)),
        Aspect::Lead => Some(our_leads(mission, meeting).next().is_some()),
        Aspect::Brief => Some(meeting.brief.is_ready() && !meeting.has_stale_brief()),
        Aspect::NoteTaker => {
            let has_one = has_note_taker(mission, meeting);
            let needs_one = people().any(|it| is_principal(mission, it.person));
            (needs_one || has_one).then_some(has_one)
        }
        Aspect::Interpreter => {
            if lacks_interpreter(mission, meeting) {
                return Some(false);
            }
            people()
                .any(|it| interprets(mission, it.person, it.role))
                .then_some(true)
        }
        Aspect::Materials => (!meeting.materials.is_empty()).then_some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::{BEFORE, mission};
    use jiff::civil::date;

    fn of(world: &str, today: Date) -> Readiness {
        let mission = mission(world);
        let exim = mission.meetings.get("exim".parse().expect("an id"));
        Readiness::of(&mission, exim.expect("the world has it"), today)
    }

    #[test]
    fn a_meeting_says_what_it_lacks() {
        let world = "delegate Aliyev [head]
                     open 30 EXIM @ EXIM: Aliyev, Todd [tentative]";
        let lacking: Vec<_> = of(world, BEFORE).lacking().collect();
        assert_eq!(
            lacking,
            [
                Aspect::Confirmed,
                Aspect::Time,
                Aspect::Brief,
                Aspect::NoteTaker
            ]
        );
        assert_eq!(of(world, BEFORE).counts(), (3, 7));
    }

    #[test]
    fn what_there_is_time_for_is_to_do() {
        let world = "10:00 30 EXIM @ EXIM: Aliyev, Todd";
        assert_eq!(of(world, BEFORE).state(Aspect::Brief), State::ToDo);
        assert_eq!(
            of(world, date(2026, 3, 8)).state(Aspect::Brief),
            State::Missing
        );
        assert_eq!(
            of(world, BEFORE).state(Aspect::Interpreter),
            State::NotNeeded
        );
    }

    #[test]
    fn what_was_held_needs_nothing() {
        assert!(of("10:00 30 EXIM: Aliyev [held]", BEFORE).is_ready());
        assert!(of("10:00 30 EXIM: Aliyev [cancelled]", BEFORE).is_ready());
    }
}
