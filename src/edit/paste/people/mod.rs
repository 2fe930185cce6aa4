//! People from the rows of a spreadsheet: who is new, who is there already.

mod says;
mod whose;

use std::collections::BTreeSet;

use super::{
    Becomes, KeptOrganisation, Pasted, Plan, Row, Says as _, called,
    cells::{extend, fill_texts, keep, note, several},
    names::Names,
    plan::{Earlier, Taking, carry_out},
};
use crate::{
    edit::Edit,
    model::{
        delegate::{Delegate, DelegationRole},
        id::{Mint, OrganisationId, PersonId},
        mission::Mission,
        organisation::Side,
        person::Person,
        words::Choice as _,
    },
};
pub use says::PersonSays;
pub(super) use says::{says_organisation, says_title};
use whose::Whose;

/// Says what becomes of the rows. Whose side they are on, the row says, or else an organisation that is there, or
/// else the side that was chosen. Those of the home side become delegates, but for those of whom only their
/// organisation says so: not all who work for it travel.
///
/// Who is there keeps their side, and their organisation too but for those that leave it for the one of their row.
pub fn plan(
    mission: &Mission,
    pasted: &Pasted<PersonSays>,
    side: Side,
    leaving: &BTreeSet<PersonId>,
) -> Plan<Person> {
    let mut earlier = Earlier::default();
    let names = Names::new(mission);
    let column = |says| pasted.columns.iter().position(|it| *it == says);
    let country_at = column(PersonSays::Country);
    let mut plan = Plan::default();
    for row in &pasted.rows {
        let organisation = organisation_of(row, &pasted.columns);
        let whose = Whose::of(mission, &names, (row, &pasted.columns), organisation, side);
        let mut person = person_of(row, &pasted.columns, &whose);
        let mut unread = Vec::new();
        if let Some((at, cell)) = whose.unread {
            unread.push(at);
            keep(&mut person.notes, PersonSays::Side.name(), cell);
        }
        let known = names.person(&person.name());
        let mut becomes = earlier.becomes(plan.rows.len(), known, person);
        if let Becomes::New(person) = &mut becomes {
            be_a_member(person);
        }
        let said = Some(organisation.to_owned()).filter(|it| !it.is_empty());
        let kept = match (&becomes, &said) {
            (Becomes::Fills(id, _), Some(said)) => {
                let has = mission.people.get(*id).and_then(|it| it.organisation);
                let other = has.filter(|it| names.organisation(said) != Some(*it));
                other.map(|other| KeptOrganisation {
                    column: column(PersonSays::Organisation).unwrap_or_default(),
                    name: short_name(mission, other),
                    is_left: leaving.contains(id),
                })
            }
            _ => None,
        };
        let keeps_side = match &becomes {
            Becomes::Fills(id, _) => {
                let known = mission.people.get(*id);
                known.is_some_and(|it| whose.is_not(it.side_in_visit()))
            }
            Becomes::New(_) | Becomes::Joins(..) | Becomes::LeftOut => false,
        };
        // None is made that nothing would use.
        let is_of_no_use = match &becomes {
            Becomes::Fills(..) => kept.as_ref().is_some_and(|it| !it.is_left),
            Becomes::Joins(at, _) => {
                let first = plan.rows.get(*at);
                first.is_some_and(|it| !it.organisations.is_empty())
            }
            Becomes::New(_) | Becomes::LeftOut => false,
        };
        let country = country_at.and_then(|at| row.get(at));
        let row = Row {
            becomes,
            organisations: said.into_iter().filter(|_| !is_of_no_use).collect(),
            unread,
            kept,
            keeps_side,
            side: Some(whose.side).filter(|it| *it != side),
            ..Row::default()
        };
        plan.put(row, &names, country.map_or("", |it| it.as_str()));
    }
    plan
}

fn short_name(mission: &Mission, organisation: OrganisationId) -> String {
    let known = mission.organisations.get(organisation);
    known.map_or_else(
        || mission.name_of(organisation),
        |it| it.short_name().to_owned(),
    )
}

/// Does what a plan says, as one step.
pub fn add(mission: &Mission, plan: &Plan<Person>, side: Side, mint: &mut Mint) -> Edit {
    let taking = Taking {
        link: |it: &mut Person, linked| it.organisation = linked.organisations.first().copied(),
        fill,
        leave: |it, from| it.organisation = from.organisation,
    };
    carry_out(mission, plan, side, mint, taking)
}

fn organisation_of<'a>(row: &'a [String], columns: &[PersonSays]) -> &'a str {
    let mut said = row.iter().zip(columns);
    let said = said.rfind(|(cell, says)| **says == PersonSays::Organisation && !cell.is_empty());
    said.map_or("", |(cell, _)| cell)
}

fn person_of(row: &[String], columns: &[PersonSays], whose: &Whose<'_>) -> Person {
    let mut person = Person {
        side: whose.side,
        delegate: whose.is_delegate.then(Delegate::default),
        ..Person::default()
    };
    for (cell, says) in row.iter().zip(columns).filter(|(cell, _)| !cell.is_empty()) {
        match says {
            PersonSays::Nothing
            | PersonSays::Country
            | PersonSays::Side
            | PersonSays::Organisation => {}
            PersonSays::Name => called::name(&mut person, cell),
            PersonSays::Given => person.given.clone_from(cell),
            PersonSays::Family => person.family.clone_from(cell),
            PersonSays::Honorific => person.honorific.clone_from(cell),
            PersonSays::OtherScript => person.local_name.clone_from(cell),
            PersonSays::Title => person.title.clone_from(cell),
            PersonSays::Role => take_role(&mut person, cell),
            PersonSays::Email => extend(&mut person.emails, &several(cell)),
            PersonSays::Phone => extend(&mut person.phones, &several(cell)),
            PersonSays::Languages => extend(&mut person.languages, &several(cell)),
            PersonSays::Notes => note(&mut person.notes, cell),
        }
    }
    person
}

/// A role by its name; words that are no role of a delegation go into the notes rather than being lost.
fn take_role(person: &mut Person, cell: &str) {
    let said = cell.to_lowercase();
    let role = DelegationRole::ALL.iter().copied().find(|it| {
        let words = it.words();
        said == words.en.to_lowercase() || said == words.az.to_lowercase()
    });
    match (&mut person.delegate, role) {
        (Some(delegate), Some(role)) => {
            delegate.roles.insert(role);
        }
        (None, _) | (Some(_), None) => note(&mut person.notes, cell),
    }
}

/// Who travels and has no role that anybody named is a member of the delegation.
fn be_a_member(person: &mut Person) {
    if let Some(delegate) = person.delegate.as_mut().filter(|it| it.roles.is_empty()) {
        delegate.roles.insert(DelegationRole::Member);
    }
}

fn fill(person: &mut Person, from: &Person) {
    fill_texts([
        (&mut person.post_nominals, &from.post_nominals),
        (&mut person.title, &from.title),
        (&mut person.honorific, &from.honorific),
        (&mut person.local_name, &from.local_name),
        (&mut person.family, &from.family),
        (&mut person.given, &from.given),
    ]);
    note(&mut person.notes, &from.notes);
    extend(&mut person.emails, &from.emails);
    extend(&mut person.phones, &from.phones);
    extend(&mut person.languages, &from.languages);
    person.organisation = person.organisation.or(from.organisation);
    match (&mut person.delegate, &from.delegate) {
        (Some(delegate), Some(from)) => delegate.roles.extend(&from.roles),
        (None, Some(delegate)) if person.side == from.side => {
            person.delegate = Some(delegate.clone());
            be_a_member(person);
        }
        // Somebody of another side stays there, and what they were to do in the delegation is not lost.
        (None, Some(delegate)) => note(&mut person.notes, &delegate.roles_in_words()),
        (_, None) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{edit::paste::read, model::organisation::Organisation};

    fn added(mission: &Mission, text: &str) -> Mission {
        added_leaving(mission, text, &BTreeSet::new())
    }

    fn added_leaving(mission: &Mission, text: &str, leaving: &BTreeSet<PersonId>) -> Mission {
        let plan = plan(mission, &read(text), Side::Home, leaving);
        let mint = &mut Mint::counting_from(0);
        add(mission, &plan, Side::Home, mint).next
    }

    #[test]
    fn sixty_delegates_become_people_and_their_organisations() {
        let mut text = "No\tName\tPosition\tOrganisation\tE-mail address\n".to_owned();
        for at in 0..60 {
            let company = at % 12;
            text +=
                &format!("{at}\tAna Silva{at}\tDirector\tFirm {company}\tana{at}@example.com\n");
        }
        let mission = added(&Mission::default(), &text);
        assert_eq!(
            (mission.people.len(), mission.organisations.len()),
            (60, 12)
        );
        let (_, one) = mission
            .people
            .iter()
            .find(|(_, it)| it.family == "Silva7")
            .expect("the eighth");
        assert_eq!(
            (one.title.as_str(), one.given.as_str()),
            ("Director", "Ana")
        );
        assert_eq!(one.emails, ["ana7@example.com"]);
        assert!(one.is_delegate());
        assert_eq!(
            one.organisation.map(|it| mission.name_of(it)).as_deref(),
            Some("Firm 7")
        );
    }

    #[test]
    fn columns_without_heads_are_known_by_what_stands_in_them() {
        let text = "Elnur Əliyev\tMinistry of Economy\tFirst Deputy Minister\te@example.az\t+994 12 555 12 34\n\
                    Orkhan Zeynalov\tMinistry of Energy\tDeputy Minister\t\t";
        assert_eq!(
            read::<PersonSays>(text).columns,
            [
                PersonSays::Name,
                PersonSays::Organisation,
                PersonSays::Title,
                PersonSays::Email,
                PersonSays::Phone
            ]
        );
    }

    #[test]
    fn who_is_there_is_filled_and_not_made_again() {
        let mission = added(
            &Mission::default(),
            "Name\tOrganisation\nElnur Əliyev\tSOCAR",
        );
        let again = added(
            &mission,
            "Name\tTitle\tOrganisation\nelnur aliyev\t\t\nElnur Eliyev\tMinister\tsocar\n\tNobody\t",
        );
        assert_eq!(again.organisations.len(), 1);
        let titles: Vec<&str> = again
            .people
            .iter()
            .map(|(_, it)| it.title.as_str())
            .collect();
        assert_eq!(titles, ["Minister"], "Əliyev is Aliyev in a passport");
    }

    #[test]
    fn two_rows_and_two_columns_of_one_person_are_one_person() {
        let text = "Name\tPhone\tMobile\tRole\tNotes\n\
                    Ana Silva\t1\t2, 1\tMember\tVegan\n\
                    ANA SILVA\t3\t\tAide\tArrives late";
        let mission = added(&Mission::default(), text);
        assert_eq!(mission.people.len(), 1);
        let (_, ana) = mission.people.iter().next().expect("one");
        assert_eq!(ana.phones, ["1", "2", "3"]);
        assert_eq!(ana.notes, "Vegan\nArrives late");
        let roles = ana.delegate.as_ref().map(|it| it.roles.len());
        assert_eq!(roles, Some(2));
        let again = added(
            &mission,
            "Name\tRole\tNotes\nAna Silva\tInterpreter\tSpeaks first",
        );
        let (_, ana) = again.people.iter().next().expect("one");
        assert_eq!(ana.notes, "Vegan\nArrives late\nSpeaks first");
        let roles = ana.delegate.as_ref().map(|it| it.roles.len());
        assert_eq!(roles, Some(3));
    }

    #[test]
    fn a_line_break_inside_quotes_stays_in_its_cell() {
        let pasted =
            read::<PersonSays>("Name\tTitle\n\"Ana\nSilva\"\t\"Director, \"\"Trade\"\"\"\n");
        assert_eq!(pasted.rows.len(), 1);
        assert_eq!(pasted.rows[0], ["Ana Silva", "Director, \"Trade\""]);
        assert_eq!(
            read::<PersonSays>("Name\tTitle\n\"Ana\tDirector\nBo\tHead")
                .rows
                .len(),
            2
        );
    }

    #[test]
    fn who_is_known_is_found_under_a_title_and_in_capitals_and_keeps_their_organisation() {
        let mission = added(
            &Mission::default(),
            "Name\tOrganisation\nElnur Aliyev\tMinistry of Economy",
        );
        let again = added(
            &mission,
            "Name\tOrganisation\nMr. ALIYEV Elnur\tMinistry of the Economy",
        );
        assert_eq!((again.people.len(), again.organisations.len()), (1, 1));
        let (_, elnur) = again.people.iter().next().expect("one");
        assert_eq!(elnur.honorific, "Mr.");
        let (_, ministry) = again.organisations.iter().next().expect("one");
        assert_eq!(ministry.kind.label(), "Ministry");
    }

    #[test]
    fn a_counterpart_does_not_join_the_delegation_because_a_list_names_them() {
        let host = |text: &str| {
            let plan = plan(
                &Mission::default(),
                &read(text),
                Side::Host,
                &BTreeSet::new(),
            );
            add(
                &Mission::default(),
                &plan,
                Side::Host,
                &mut Mint::counting_from(500),
            )
            .next
        };
        let mission = host("Name\nBenjamin Todd");
        let text = "Name\tRole\nBenjamin Todd\tAdviser\nAna Silva\t";
        let delegates = plan(&mission, &read(text), Side::Home, &BTreeSet::new());
        let keep: Vec<bool> = delegates.rows.iter().map(|it| it.keeps_side).collect();
        assert_eq!(keep, [true, false]);
        let again = added(&mission, text);
        let mut people = again.people.iter().map(|(_, it)| it);
        let todd = people.find(|it| it.family == "Todd").expect("still there");
        assert_eq!(
            (todd.side, todd.is_delegate(), todd.notes.as_str()),
            (Side::Host, false, "Adviser")
        );
    }

    #[test]
    fn whose_side_one_is_on_the_row_says_or_else_their_organisation() {
        let mint = &mut Mint::counting_from(700);
        let mut mission = Mission::default();
        for (name, side) in [("Visa", Side::Host), ("Embassy", Side::Home)] {
            let it = Organisation {
                name: name.to_owned(),
                side,
                ..Organisation::default()
            };
            mission.organisations.insert(mint.id(), it);
        }
        let rows = "Name\tOrganisation\tSide\nA A\tvisa\t\nB B\tvisa\tours\nC C\tAcme\t\nD D\tAcme\tHost\n\
                    E E\tEmbassy\t\nF F\t\tmars";
        let of = |side| {
            let plan = plan(&mission, &read(rows), side, &BTreeSet::new());
            let elsewhere = plan.rows.iter().filter(|it| it.side.is_some()).count();
            let next = add(&mission, &plan, side, &mut Mint::counting_from(0)).next;
            let mut all: Vec<_> = next.people.iter().map(|(_, it)| it.clone()).collect();
            all.sort_by_key(|it| it.given.clone());
            let sides: Vec<_> = all.iter().map(|it| (it.side, it.is_delegate())).collect();
            assert_eq!(all.last().map(|it| it.notes.as_str()), Some("Side: mars"));
            (sides, elsewhere)
        };
        let (host, ours) = ((Side::Host, false), (Side::Home, true));
        assert_eq!(
            of(Side::Home),
            (vec![host, ours, ours, host, ours, ours], 2)
        );
        let of_embassy = (Side::Home, false);
        assert_eq!(
            of(Side::Host),
            (vec![host, ours, host, host, of_embassy, host], 2)
        );
    }

    #[test]
    fn who_is_known_leaves_their_organisation_only_when_somebody_says_so() {
        let text = "Name\tOrganisation\nElnur Aliyev\t";
        let mission = added(&Mission::default(), &format!("{text}SOCAR"));
        let id = mission.people.ids().next().expect("one");
        let rows = format!("{text}PASHA Bank");
        let kept = |leaving: &BTreeSet<PersonId>| {
            let plan = plan(&mission, &read(&rows), Side::Home, leaving);
            let (_, kept) = plan.kept().next().expect("the row says another");
            (kept.name.clone(), kept.is_left, plan.organisations.len())
        };
        let leaving = BTreeSet::from([id]);
        assert_eq!(kept(&BTreeSet::new()), ("SOCAR".to_owned(), false, 0));
        assert_eq!(kept(&leaving), ("SOCAR".to_owned(), true, 1));
        let of = |mission: &Mission| {
            let it = mission.people.get(id).and_then(|it| it.organisation);
            it.map(|it| mission.name_of(it))
        };
        assert_eq!(of(&added(&mission, &rows)).as_deref(), Some("SOCAR"));
        let moved = added_leaving(&mission, &rows, &leaving);
        assert_eq!(of(&moved).as_deref(), Some("PASHA Bank"));
        let same = read(&format!("{text}socar"));
        let same = plan(&mission, &same, Side::Home, &leaving);
        assert_eq!(same.kept().count(), 0);
    }
}
