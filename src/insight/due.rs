//! What is owed, and how soon: follow-ups by when they are due, and by whom.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};

use crate::model::{
    follow_up::{FollowUp, FollowUpStatus, Origin},
    id::{FollowUpId, InstrumentId, OrganisationId, PersonId},
    mission::Mission,
    words::{Choice, Words, words},
};

/// How soon something is due. Follows from today, and is never saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Soon {
    /// Its day has passed.
    Overdue,
    /// Within the days that count as soon.
    DueSoon,
    /// Later than that.
    Later,
    /// Nobody has said when.
    NoDate,
    /// Nothing is owed any more.
    Done,
}

impl Choice for Soon {
    const ALL: &'static [Self] = &[
        Self::Overdue,
        Self::DueSoon,
        Self::Later,
        Self::NoDate,
        Self::Done,
    ];

    fn words(self) -> Words {
        match self {
            Self::Overdue => words("Overdue", "Vaxtı keçib"),
            Self::DueSoon => words("Due soon", "Tezliklə"),
            Self::Later => words("Later", "Sonra"),
            Self::NoDate => words("No date", "Tarixsiz"),
            Self::Done => words("Done", "İcra olunub"),
        }
    }
}

/// How much of something is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What is still owed, overdue or not.
    pub open: usize,
    /// What of it is overdue.
    pub overdue: usize,
    /// What is done.
    pub done: usize,
}

/// Every follow-up by how soon it is due, by who sees to it, and by whom it is owed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    soon: BTreeMap<FollowUpId, Soon>,
    groups: BTreeMap<Soon, Vec<FollowUpId>>,
    owners: BTreeMap<Option<PersonId>, Vec<FollowUpId>>,
    organisations: BTreeMap<Option<OrganisationId>, Vec<FollowUpId>>,
    origins: BTreeMap<Option<Origin>, Vec<FollowUpId>>,
}

impl Due {
    /// What is owed on a day. Every list has the most pressing first: by date, then by weight.
    pub fn new(mission: &Mission, today: Date) -> Self {
        let mut pressing: Vec<(FollowUpId, &FollowUp)> = mission.follow_ups.iter().collect();
        pressing.sort_by_key(|(id, it)| (it.due.is_none(), it.due, it.priority.weight(), *id));
        let mut due = Self::default();
        for (id, it) in pressing {
            let soon = soon_of(mission, it, today);
            due.soon.insert(id, soon);
            due.groups.entry(soon).or_default().push(id);
            due.organisations
                .entry(it.counterpart)
                .or_default()
                .push(id);
            due.origins.entry(it.origin).or_default().push(id);
            if it.owners.is_empty() {
                due.owners.entry(None).or_default().push(id);
            }
            for owner in &it.owners {
                due.owners.entry(Some(*owner)).or_default().push(id);
            }
        }
        due
    }

    /// How soon a follow-up is due.
    pub fn of(&self, id: FollowUpId) -> Option<Soon> {
        self.soon.get(&id).copied()
    }

    /// Those that are due so soon, the most pressing first.
    pub fn group(&self, soon: Soon) -> &[FollowUpId] {
        self.groups.get(&soon).map_or(&[], Vec::as_slice)
    }

    /// How many are overdue.
    pub fn overdue(&self) -> usize {
        self.group(Soon::Overdue).len()
    }

    /// What somebody sees to, or nobody; the most pressing first.
    pub fn of_owner(&self, owner: Option<PersonId>) -> &[FollowUpId] {
        self.owners.get(&owner).map_or(&[], Vec::as_slice)
    }

    /// Everybody who sees to something, and nobody where nobody does.
    pub fn owners(&self) -> impl Iterator<Item = (Option<PersonId>, &[FollowUpId])> {
        self.owners
            .iter()
            .map(|(owner, all)| (*owner, all.as_slice()))
    }

    /// What is owed to or by an organisation; the most pressing first.
    pub fn of_organisation(&self, organisation: OrganisationId) -> &[FollowUpId] {
        self.organisations
            .get(&Some(organisation))
            .map_or(&[], Vec::as_slice)
    }

    /// Every organisation that something is owed to or by, and none where none is named.
    pub fn organisations(&self) -> impl Iterator<Item = (Option<OrganisationId>, &[FollowUpId])> {
        self.organisations
            .iter()
            .map(|(of, all)| (*of, all.as_slice()))
    }

    /// What comes from a meeting, a session or an instrument; the most pressing first.
    pub fn of_origin(&self, origin: Origin) -> &[FollowUpId] {
        self.origins.get(&Some(origin)).map_or(&[], Vec::as_slice)
    }

    /// How much of some follow-ups is done.
    pub fn progress(&self, of: &[FollowUpId]) -> Progress {
        let mut progress = Progress::default();
        for soon in of.iter().filter_map(|it| self.of(*it)) {
            match soon {
                Soon::Done => progress.done += 1,
                Soon::Overdue => {
                    progress.open += 1;
                    progress.overdue += 1;
                }
                Soon::DueSoon | Soon::Later | Soon::NoDate => progress.open += 1,
            }
        }
        progress
    }

    /// How much of what an instrument needs is done.
    pub fn progress_of_instrument(&self, instrument: InstrumentId) -> Progress {
        self.progress(self.of_origin(Origin::Instrument(instrument)))
    }
}

/// How soon a follow-up is due on a day.
pub fn soon_of(mission: &Mission, it: &FollowUp, today: Date) -> Soon {
    let days = i64::from(mission.settings.due_soon_days).min(3650).days();
    let last = today.checked_add(days).unwrap_or(Date::MAX);
    match (it.status.is_open(), it.due) {
        (false, _) => Soon::Done,
        (true, None) => Soon::NoDate,
        (true, Some(due)) if due < today => Soon::Overdue,
        (true, Some(due)) if due <= last => Soon::DueSoon,
        (true, Some(_)) => Soon::Later,
    }
}

/// How something that is still owed has slipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// It was done, and is owed again.
    Reopened,
    /// It is due later than it was.
    PutOff {
        /// The day it was due.
        from: Date,
        /// The day it is due now.
        to: Date,
    },
    /// Its day has passed meanwhile.
    Missed(Date),
}

/// What has slipped since an earlier day, when the mission was as it was then; the latest due first.
pub fn slipped(
    older: &Mission,
    then: Date,
    newer: &Mission,
    today: Date,
) -> Vec<(FollowUpId, Slip)> {
    let slip = |id: FollowUpId, new: &FollowUp| {
        let old = older.follow_ups.get(id);
        if old.is_some_and(|old| old.status == FollowUpStatus::Done) {
            return Some(Slip::Reopened);
        }
        match (old.and_then(|old| old.due), new.due?) {
            (Some(from), to) if from < to => Some(Slip::PutOff { from, to }),
            (_, due) if then <= due && due < today => Some(Slip::Missed(due)),
            _ => None,
        }
    };
    let mut all: Vec<_> = newer
        .follow_ups
        .iter()
        .filter(|(_, it)| it.status.is_open())
        .filter_map(|(id, it)| Some((it.due, id, slip(id, it)?)))
        .collect();
    all.sort_by_key(|(due, id, _)| std::cmp::Reverse((*due, *id)));
    all.into_iter().map(|(_, id, slip)| (id, slip)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::mission;
    use jiff::civil::date;

    const WORLD: &str = "owed Late: Aliyev [due 2026-03-19]
                         owed Soon: Aliyev [due 2026-03-27]
                         owed Today: Karimova [due 2026-03-20] [high]
                         owed Later: Karimova [due 2026-03-28] [after Soon]
                         owed Whenever
                         owed Thanks: Aliyev [done] [due 2026-03-13]";

    #[test]
    fn what_is_owed_is_grouped_by_how_soon_it_is_due() {
        let mission = mission(WORLD);
        let due = Due::new(&mission, date(2026, 3, 20));
        let names = |soon| {
            due.group(soon)
                .iter()
                .map(|it| mission.name_of(*it))
                .collect::<Vec<_>>()
        };
        assert_eq!(names(Soon::Overdue), ["Late"]);
        assert_eq!(names(Soon::DueSoon), ["Today", "Soon"]);
        assert_eq!(names(Soon::Later), ["Later"]);
        assert_eq!(names(Soon::NoDate), ["Whenever"]);
        assert_eq!(names(Soon::Done), ["Thanks"]);
    }

    #[test]
    fn an_owner_sees_how_far_they_are() {
        let mission = mission(WORLD);
        let due = Due::new(&mission, date(2026, 3, 20));
        let aliyev = due.of_owner("aliyev".parse().ok());
        let progress = Progress {
            open: 2,
            overdue: 1,
            done: 1,
        };
        assert_eq!(due.progress(aliyev), progress);
        assert_eq!(due.of_owner(None).len(), 1);
    }

    #[test]
    fn what_is_put_off_reopened_or_missed_has_slipped() {
        let (then, today) = (date(2026, 3, 18), date(2026, 3, 20));
        let older = mission(WORLD);
        let [soon, late, thanks] =
            ["soon", "late", "thanks"].map(|it| it.parse::<FollowUpId>().expect("an id"));
        let missed = (late, Slip::Missed(date(2026, 3, 19)));
        assert_eq!(slipped(&older, then, &older, today), [missed]);
        assert_eq!(slipped(&older, today, &older, today), []);
        let mut newer = older.clone();
        let to = date(2026, 4, 1);
        newer.follow_ups.change(soon, |it| it.due = Some(to));
        newer
            .follow_ups
            .change(thanks, |it| it.status = FollowUpStatus::Open);
        let from = date(2026, 3, 27);
        assert_eq!(
            slipped(&older, then, &newer, today),
            [
                (soon, Slip::PutOff { from, to }),
                missed,
                (thanks, Slip::Reopened)
            ]
        );
    }
}
