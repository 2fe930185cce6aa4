//! People from the rows of a spreadsheet: who is new, who is there already.

mod says;
mod whose;

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use super::{
    Becomes, KeptOrganisation, Pasted, Plan, Row, called,
    cells::{choice_of, extend, fill_texts, note, put_all, say, several, side_of},
    names::{Called, Linked, Names},
    plan::{Earlier, FromRow, carry_out},
};
use crate::{
    edit::Edit,
    model::{
        delegate::{Delegate, DelegationRole},
        fold::fold,
        id::{Mint, PersonId, Sort},
        mission::Mission,
        organisation::Side,
        person::Person,
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
    // Of each name, the organisation that the rows so far say.
    let mut organisations: HashMap<String, Called> = HashMap::new();
    let names = Names::new(mission);
    let mut plan = Plan::default();
    for cells in &pasted.rows {
        let columns = (cells.as_slice(), pasted.columns.as_slice());
        let organisation = first_of(columns, PersonSays::Organisation).map_or("", |(_, it)| it);
        let whose = Whose::of(mission, &names, columns, organisation, side);
        let mut row = Row::default();
        let mut person = Person {
            side: whose.side,
            delegate: whose.is_delegate.then(Delegate::default),
            ..Person::default()
        };
        row.read(&mut person, columns, |it, _, (_, cell, says)| match says {
            PersonSays::Organisation => fold(cell) == fold(organisation),
            PersonSays::Side => side_of(cell) == Some(whose.side),
            _ => take((cell, says), it),
        });
        let known = names.person(&person.name());
        let known = known.and_then(|id| Some((id, mission.people.get(id)?)));
        let has = known.and_then(|(_, it)| it.organisation);
        let other = has.filter(|it| names.organisation(organisation) != Some(*it));
        row.kept = known
            .zip(other)
            .filter(|_| !organisation.is_empty())
            .map(|((id, _), other)| KeptOrganisation {
                column: first_of(columns, PersonSays::Organisation).map_or(0, |(at, _)| at),
                name: mission.short_name_of(other),
                is_left: leaving.contains(&id),
            });
        row.keeps_side = known.is_some_and(|(_, it)| whose.is_not(it.side_in_visit()));
        row.side = Some(whose.side).filter(|it| *it != side);
        // None is made that nothing would use.
        match &row.kept {
            _ if organisation.is_empty() || person.name().is_empty() => {}
            Some(kept) if !kept.is_left => {}
            Some(_) => row.organisations.push(organisation.to_owned()),
            None => {
                let key = names.called(Sort::Organisation, organisation);
                let first = organisations.entry(fold(&person.name()));
                if *first.or_insert_with(|| key.clone()) == key {
                    row.organisations.push(organisation.to_owned());
                } else {
                    row.keep_all(&mut person, columns, PersonSays::Organisation);
                }
            }
        }
        let country = first_of(columns, PersonSays::Country).map_or("", |(_, it)| it);
        if !is_country_of(mission, &names, &plan, &row.organisations, country) {
            row.keep_all(&mut person, columns, PersonSays::Country);
        }
        row.becomes = earlier.becomes(plan.rows.len(), known.map(|(id, _)| id), person);
        if let Becomes::New(person) = &mut row.becomes {
            be_a_member(person);
        }
        plan.put(row, &names, country);
    }
    plan
}

/// The first cell that says this, and its column.
fn first_of<'a>(
    (cells, columns): (&'a [String], &[PersonSays]),
    says: PersonSays,
) -> Option<(usize, &'a str)> {
    let mut all = cells.iter().zip(columns).enumerate();
    let (at, (cell, _)) = all.find(|(_, (cell, it))| **it == says && !cell.is_empty())?;
    Some((at, cell))
}

/// Whether a country is, or becomes, that of the organisation of a row.
fn is_country_of(
    mission: &Mission,
    names: &Names,
    plan: &Plan<Person>,
    organisations: &[String],
    country: &str,
) -> bool {
    let Some(name) = organisations.first() else {
        return false;
    };
    let is_it = |it: &String| fold(it) == fold(country);
    let known = names.organisation(name);
    let known = known.and_then(|it| mission.organisations.get(it));
    match known {
        Some(known) => is_it(&known.country),
        None => {
            let made = plan.made_organisation(name);
            made.is_none_or(|it| it.country.is_empty() || is_it(&it.country))
        }
    }
}

/// Does what a plan says, as one step.
pub fn add(
    mission: &Mission,
    plan: &Plan<Person>,
    side: Side,
    mint: &mut Mint,
    today: Date,
) -> Edit {
    carry_out(mission, plan, side, mint, today)
}

/// Takes a cell in. Returns whether it was understood.
fn take((cell, says): (&str, PersonSays), person: &mut Person) -> bool {
    let text = match says {
        PersonSays::Nothing | PersonSays::Country | PersonSays::Side | PersonSays::Organisation => {
            return true;
        }
        PersonSays::Name => return called::say_name(person, cell),
        PersonSays::Role => {
            let roles = person.delegate.as_mut().map(|it| &mut it.roles);
            let role = choice_of::<DelegationRole>(cell);
            return roles.zip(role).map(|(all, it)| all.insert(it)).is_some();
        }
        PersonSays::Email => return put_all(&mut person.emails, Some(several(cell))),
        PersonSays::Phone => return put_all(&mut person.phones, Some(several(cell))),
        PersonSays::Languages => return put_all(&mut person.languages, Some(several(cell))),
        PersonSays::Notes => {
            note(&mut person.notes, cell);
            return true;
        }
        PersonSays::Given => &mut person.given,
        PersonSays::Family => &mut person.family,
        PersonSays::Honorific => &mut person.honorific,
        PersonSays::OtherScript => &mut person.local_name,
        PersonSays::Title => &mut person.title,
    };
    say(text, cell)
}

/// Who travels and has no role that anybody named is a member of the delegation.
fn be_a_member(person: &mut Person) {
    if let Some(delegate) = person.delegate.as_mut().filter(|it| it.roles.is_empty()) {
        delegate.roles.insert(DelegationRole::Member);
    }
}

impl FromRow for Person {
    type Says = PersonSays;

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn link(&mut self, linked: Linked) {
        self.organisation = linked.organisations.first().copied();
    }

    fn fill(&mut self, _mission: &Mission, from: &Self) {
        let Self {
            given,
            family,
            family_first: _,
            local_name,
            honorific,
            post_nominals,
            title,
            local_title: _,
            organisation,
            side,
            delegate,
            precedence: _,
            salutation: _,
            pronunciation: _,
            languages,
            emails,
            phones,
            assistant: _,
            available: _,
            biography: _,
            photo: _,
            diet: _,
            access_needs: _,
            notes,
        } = from;
        fill_texts([
            (&mut self.post_nominals, post_nominals),
            (&mut self.title, title),
            (&mut self.honorific, honorific),
            (&mut self.local_name, local_name),
            (&mut self.family, family),
            (&mut self.given, given),
        ]);
        note(&mut self.notes, notes);
        extend(&mut self.emails, emails);
        extend(&mut self.phones, phones);
        extend(&mut self.languages, languages);
        self.organisation = self.organisation.or(*organisation);
        match (&mut self.delegate, delegate) {
            (Some(known), Some(said)) => known.roles.extend(&said.roles),
            (None, Some(said)) if self.side == *side => {
                self.delegate = Some(said.clone());
                be_a_member(self);
            }
            // Somebody of another side stays there, and what they were to do in the delegation is not lost.
            (None, Some(said)) => note(&mut self.notes, &said.roles_in_words()),
            (_, None) => {}
        }
    }

    fn leave(&mut self, from: &Self) {
        self.organisation = from.organisation;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::paste::read,
        model::{organisation::Organisation, words::Choice as _},
    };

    fn added(mission: &Mission, text: &str) -> Mission {
        added_leaving(mission, text, &BTreeSet::new())
    }

    fn added_leaving(mission: &Mission, text: &str, leaving: &BTreeSet<PersonId>) -> Mission {
        let plan = plan(mission, &read(text), Side::Home, leaving);
        let mint = &mut Mint::counting_from(0);
        add(mission, &plan, Side::Home, mint, Date::ZERO).next
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
                Date::ZERO,
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
            let next = add(
                &mission,
                &plan,
                side,
                &mut Mint::counting_from(0),
                Date::ZERO,
            )
            .next;
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
