//! Follow-ups from the rows of a spreadsheet: what, who, by when, about what.

use jiff::civil::Date;

use super::{
    Becomes, Head, Pasted, Plan, Row, Says,
    cells::{choice_of, keep, note, put, several},
    names::Names,
    plan::{Taking, carry_out, titles},
    reading::{has_letters, most_fit, say_first},
};
use crate::{
    edit::Edit,
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
        (Self::Nothing, "Left out", &["no", "№", "#", "n°", "nr"]),
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

    fn is_name(self) -> bool {
        matches!(self, Self::Title)
    }

    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self> {
        // A day that is the nearest to any other is a day all the same.
        let near = Date::constant(2026, 1, 1);
        let mut columns = vec![Self::Nothing; width];
        for (at, says) in columns.iter_mut().enumerate() {
            let is_status = |cell: &str| choice_of::<FollowUpStatus>(cell).is_some();
            if most_fit(rows, at, |cell| parse_day(cell, near).is_some()) {
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
        let mut follow_up = FollowUp::default();
        for (at, (cell, says)) in cells.iter().zip(&pasted.columns).enumerate() {
            if *says == FollowUpSays::With {
                row.organisations
                    .extend((!cell.is_empty()).then(|| cell.clone()));
            } else if !cell.is_empty() && !take(&names, today, (cell, *says), &mut follow_up) {
                row.unread.push(at);
                keep(&mut follow_up.notes, says.name(), cell);
            }
        }
        crate::edit::follow_ups::settle(&FollowUp::default(), &mut follow_up, today);
        if !follow_up.title.is_empty() {
            let known = titles.get(&fold(&follow_up.title));
            row.becomes = match known.and_then(|it| it.first()) {
                Some(id) => Becomes::Fills(*id, Box::new(follow_up)),
                None => Becomes::New(Box::new(follow_up)),
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
        FollowUpSays::Nothing | FollowUpSays::With => true,
        FollowUpSays::Title => put(&mut follow_up.title, Some(cell.to_owned())),
        FollowUpSays::Owner => {
            let owners = several(cell);
            let owners = owners.iter().map(|it| names.person(it)).collect();
            put(&mut follow_up.owners, owners)
        }
        FollowUpSays::Due => put(&mut follow_up.due, parse_day(cell, today).map(Some)),
        FollowUpSays::Side => put(&mut follow_up.side, choice_of::<OwedBy>(cell)),
        FollowUpSays::Status => {
            // In lists that come from elsewhere, what is closed is done.
            let is_done = ["done", "closed", "completed"].contains(&fold(cell).as_str());
            let status = is_done.then_some(FollowUpStatus::Done);
            let status = status.or_else(|| choice_of(cell));
            put(&mut follow_up.status, status)
        }
        FollowUpSays::Topic => put(&mut follow_up.topics, names.topics_in(cell)),
        FollowUpSays::Priority => put(&mut follow_up.priority, choice_of::<Priority>(cell)),
        FollowUpSays::Notes => {
            note(&mut follow_up.notes, cell);
            true
        }
    }
}

/// Does what a plan says, as one step.
pub fn add(mission: &Mission, plan: &Plan<FollowUp>, mint: &mut Mint) -> Edit {
    let taking = Taking {
        link: |it: &mut FollowUp, linked| it.counterpart = linked.organisations.first().copied(),
        fill,
        leave: |_, _| {},
    };
    carry_out(mission, plan, Side::Host, mint, taking)
}

fn fill(follow_up: &mut FollowUp, from: &FollowUp) {
    if follow_up.owners.is_empty() {
        follow_up.owners.clone_from(&from.owners);
    }
    if follow_up.topics.is_empty() {
        follow_up.topics.clone_from(&from.topics);
    }
    follow_up.due = follow_up.due.or(from.due);
    follow_up.counterpart = follow_up.counterpart.or(from.counterpart);
    note(&mut follow_up.notes, &from.notes);
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
        let edit = add(&mission, &plan, &mut mint);
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
