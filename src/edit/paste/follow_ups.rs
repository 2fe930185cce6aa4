//! Follow-ups from the rows of a spreadsheet: what, who, by when, about what.

use jiff::civil::Date;

use super::{
    Becomes, Head, Pasted, Plan, Row, Says,
    cells::{choice_of, fill_choice, name_one, note, put, put_all, say, several},
    names::{Linked, Names},
    plan::{FromRow, carry_out, titles},
    reading::{ANY_DAY, has_letters, left_out, most_fit, say_first},
};
use crate::{
    edit::{Edit, follow_ups},
    model::{
        day_words::parse_day,
        fold::fold,
        follow_up::{FollowUp, FollowUpStatus, OwedBy},
        id::Mint,
        meeting::Priority,
        mission::Mission,
        organisation::Side,
    },
};

/// What a column says of a follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is told by its name, in this file")]
pub enum FollowUpSays {
    Nothing,
    Title,
    Owner,
    Due,
    Side,
    Status,
    With,
    Topic,
    Priority,
    Notes,
}

impl Says for FollowUpSays {
    const NOTHING: Self = Self::Nothing;
    #[rustfmt::skip] // a table reads as a table
    const ALL: &'static [Head<Self>] = &[
        left_out(Self::Nothing),
        (Self::Title, "Follow-up", &["follow-up", "action", "task", "what", "title", "to do", "item", "tapşırıq"]),
        (Self::Owner, "Owner", &["owner", "who", "responsible", "assigned", "assignee", "məsul"]),
        (Self::Due, "Due", &["due", "deadline", "date", "by when", "when", "son tarix", "tarix"]),
        (Self::Side, "Side", &["side", "owed by", "tərəf"]),
        (Self::Status, "Status", &["status", "state"]),
        (Self::With, "Counterpart", &["with", "organisation", "organization", "company", "counterpart", "qarşı tərəf", "təşkilat"]),
        (Self::Topic, "Topics", &["topic", "theme", "sector", "mövzu"]),
        (Self::Priority, "Priority", &["priority", "prioritet"]),
        (Self::Notes, "Notes", &["note", "comment", "remark", "detail", "qeyd"]),
    ];

    fn is_several(self) -> bool {
        matches!(self, Self::Owner | Self::Topic)
    }

    fn is_name(self) -> bool {
        matches!(self, Self::Title)
    }

    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self> {
        let mut columns = vec![Self::Nothing; width];
        for (at, says) in columns.iter_mut().enumerate() {
            let is_status = |cell: &str| choice_of::<FollowUpStatus>(cell).is_some();
            if most_fit(rows, at, |cell| parse_day(cell, ANY_DAY).is_some()) {
                *says = Self::Due;
            } else if most_fit(rows, at, is_status) {
                *says = Self::Status;
            }
        }
        for says in [Self::Title, Self::Owner] {
            say_first(&mut columns, rows, says, has_letters);
        }
        columns
    }
}

/// Says what becomes of the rows. What says the same as a follow-up that is there fills it.
pub fn plan(mission: &Mission, pasted: &Pasted<FollowUpSays>, today: Date) -> Plan<FollowUp> {
    let names = Names::new(mission);
    let titles = titles(mission.follow_ups.iter(), |it| &it.title);
    let mut plan = Plan::default();
    for cells in &pasted.rows {
        let mut row = Row::default();
        let mut it = FollowUp::default();
        let mut said: Option<OwedBy> = None;
        let columns = (cells.as_slice(), pasted.columns.as_slice());
        row.read(&mut it, columns, |it, row, (_, cell, says)| match says {
            FollowUpSays::With => name_one(&mut row.organisations, cell),
            FollowUpSays::Side => put(&mut said, choice_of(cell).map(Some)),
            _ => take(&names, today, (cell, says), it),
        });
        let known = titles.get(&fold(&it.title)).and_then(|it| it.first());
        let known = known.and_then(|id| Some((*id, mission.follow_ups.get(*id)?)));
        if let Some(has) = known.and_then(|(_, it)| it.counterpart)
            && let Some(said) = row.organisations.first()
            && names.organisation(said) != Some(has)
        {
            // None is made that nothing would use.
            row.organisations.clear();
            row.keep_all(&mut it, columns, FollowUpSays::With);
        }
        // Those who see to it already say whose it is, whoever the row names.
        let is_free = known.is_none_or(|(_, it)| it.owners.is_empty());
        let by_owners = is_free.then(|| OwedBy::of(mission, &it.owners));
        it.side = said.or(by_owners).unwrap_or_default();
        if !it.title.is_empty() {
            row.becomes = match known {
                Some((id, _)) => Becomes::Fills(id, Box::new(it)),
                None => Becomes::New(Box::new(it)),
            };
        }
        plan.put(row, &names, "");
    }
    plan
}

/// Takes a cell in. Returns whether it was understood.
fn take(
    names: &Names,
    today: Date,
    (cell, says): (&str, FollowUpSays),
    follow_up: &mut FollowUp,
) -> bool {
    match says {
        FollowUpSays::Nothing | FollowUpSays::With | FollowUpSays::Side => true,
        FollowUpSays::Title => say(&mut follow_up.title, cell),
        FollowUpSays::Owner => {
            let owners = several(cell);
            let owners = owners.iter().map(|it| names.person(it)).collect();
            put_all(&mut follow_up.owners, owners)
        }
        FollowUpSays::Due => put(&mut follow_up.due, parse_day(cell, today).map(Some)),
        FollowUpSays::Status => {
            // In lists that come from elsewhere, what is closed is done.
            let is_done = ["done", "closed", "completed"].contains(&fold(cell).as_str());
            let status = is_done.then_some(FollowUpStatus::Done);
            let status = status.or_else(|| choice_of(cell));
            put(&mut follow_up.status, status)
        }
        FollowUpSays::Topic => put_all(&mut follow_up.topics, names.topics_in(cell)),
        FollowUpSays::Priority => put(&mut follow_up.priority, choice_of::<Priority>(cell)),
        FollowUpSays::Notes => {
            note(&mut follow_up.notes, cell);
            true
        }
    }
}

/// Does what a plan says, as one step.
pub fn add(mission: &Mission, plan: &Plan<FollowUp>, mint: &mut Mint, today: Date) -> Edit {
    carry_out(mission, plan, Side::Host, mint, today)
}

impl FromRow for FollowUp {
    type Says = FollowUpSays;

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn link(&mut self, linked: Linked) {
        self.counterpart = linked.organisations.first().copied();
    }

    fn fill(&mut self, _mission: &Mission, from: &Self) {
        let Self {
            title: _,
            detail: _,
            status,
            side,
            owners,
            counterpart,
            due,
            priority,
            topics,
            origin: _,
            after: _,
            done_on: _,
            log: _,
            notes,
        } = from;
        fill_choice(&mut self.status, *status);
        fill_choice(&mut self.side, *side);
        fill_choice(&mut self.priority, *priority);
        if self.owners.is_empty() {
            self.owners.clone_from(owners);
        }
        if self.topics.is_empty() {
            self.topics.clone_from(topics);
        }
        self.due = self.due.or(*due);
        self.counterpart = self.counterpart.or(*counterpart);
        note(&mut self.notes, notes);
    }

    fn settle(_mission: &Mission, old: &Self, new: &mut Self, today: Date) {
        follow_ups::settle(old, new, today);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{edit::paste::read, model::person::Person};
    use jiff::civil::date;

    #[test]
    fn actions_of_a_list_become_follow_ups_and_what_is_not_understood_is_kept() {
        let mut mint = Mint::counting_from(1);
        let mut mission = Mission::default();
        let aliyev = Person {
            given: "Elnur".to_owned(),
            family: "Əliyev".to_owned(),
            ..Person::default()
        };
        mission.people.insert(mint.id(), aliyev);
        let text = "Action\tResponsible\tDeadline\tStatus\tCompany\n\
                    Send draft MoU\tEliyev\t30.03.2026\tclosed\tHAIMAKER.AI\n\
                    Thank them\tSomebody Else\tsoon\t\t";
        let today = date(2026, 3, 17);
        let plan = plan(&mission, &read(text), today);
        assert_eq!((plan.new_ones(), plan.organisations.len()), (2, 1));
        assert_eq!(plan.rows[1].unread, [1, 2]);
        let edit = add(&mission, &plan, &mut mint, today);
        assert_eq!(edit.label, "Paste 2 follow-ups");
        let all: Vec<&FollowUp> = edit.next.follow_ups.iter().map(|(_, it)| it).collect();
        let of = |title: &str| {
            all.iter()
                .find(|it| it.title == title)
                .expect("it is there")
        };
        let send = of("Send draft MoU");
        assert_eq!((send.owners.len(), send.due), (1, Some(date(2026, 3, 30))));
        assert_eq!(
            (send.status, send.done_on),
            (FollowUpStatus::Done, Some(today))
        );
        assert!(send.counterpart.is_some());
        assert_eq!(of("Thank them").notes, "Owner: Somebody Else\nDue: soon");
    }
}
