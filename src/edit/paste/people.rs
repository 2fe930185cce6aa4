//! People from the rows of a spreadsheet: who is new, who is there already.

use super::{
    Becomes, Fold, Head, Pasted, Plan, Row, Says, called,
    cells::{extend, fill_texts, note, several},
    names::Names,
    plan::{Earlier, Taking, carry_out},
    reading::{has_letters, most_fit, say_first},
};
use crate::{
    edit::Edit,
    model::{
        delegate::{Delegate, DelegationRole},
        id::Mint,
        mission::Mission,
        organisation::Side,
        person::Person,
        words::Choice as _,
    },
};

/// What a column says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is told by its name, in this file")]
pub enum PersonSays {
    Nothing,
    Name,
    Given,
    Family,
    Honorific,
    OtherScript,
    Title,
    Organisation,
    Country,
    Role,
    Email,
    Phone,
    Languages,
    Notes,
}

impl Says for PersonSays {
    const NOTHING: Self = Self::Nothing;
    #[rustfmt::skip] // a table reads as a table
    const ALL: &'static [Head<Self>] = &[
        (Self::Nothing, "Left out", &["no", "№", "#", "n°", "nr"]),
        (Self::Family, "Family name", &["family", "surname", "last name", "lastname", "soyad"]),
        (Self::Given, "Given name", &["given", "first name", "firstname", "forename"]),
        (Self::OtherScript, "Other script", &["other script", "local name", "name in"]),
        (Self::Name, "Name", &["name", "full name", "participant", "delegate", "ad, soyad", "ad", "ad soyad", "person"]),
        (Self::Honorific, "Honorific", &["honorific", "salutation", "prefix", "mr/ms"]),
        (Self::Title, "Title", &["title", "position", "job", "function", "post", "designation", "vəzifə"]),
        (Self::Organisation, "Organisation", &["organisation", "organization", "company", "institution", "agency", "ministry", "employer", "entity", "təşkilat", "qurum", "şirkət"]),
        (Self::Country, "Country", &["country", "ölkə"]),
        (Self::Role, "Role", &["role", "capacity", "rol"]),
        (Self::Email, "E-mail", &["e-mail", "email", "mail", "e-poçt"]),
        (Self::Phone, "Telephone", &["phone", "telephone", "tel", "mobile", "cell", "telefon"]),
        (Self::Languages, "Languages", &["language", "dil"]),
        (Self::Notes, "Notes", &["note", "comment", "remark", "qeyd"]),
    ];

    fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Family | Self::Given)
    }

    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self> {
        let says_one_of = |cell: &str, words: &[&str]| {
            let cell = cell.to_lowercase();
            cell.split(|it: char| !it.is_alphanumeric())
                .any(|it| words.contains(&it))
        };
        let mut columns = vec![Self::Nothing; width];
        for (at, says) in columns.iter_mut().enumerate() {
            let digits = |cell: &str| cell.chars().filter(char::is_ascii_digit).count();
            if most_fit(rows, at, |cell| cell.contains('@')) {
                *says = Self::Email;
            } else if most_fit(rows, at, |cell| digits(cell) > 5) {
                *says = Self::Phone;
            }
        }
        say_first(&mut columns, rows, Self::Title, |cell| {
            says_one_of(cell, &TITLES) && !says_one_of(cell, &ORGANISATIONS)
        });
        say_first(&mut columns, rows, Self::Organisation, |cell| {
            says_one_of(cell, &ORGANISATIONS)
        });
        say_first(&mut columns, rows, Self::Name, has_letters);
        if !columns.contains(&Self::Title) {
            let mut rest = columns.iter_mut().skip_while(|it| **it != Self::Name);
            if let Some(place) = rest.find(|it| **it == Self::Nothing) {
                *place = Self::Title;
            }
        }
        if !columns.contains(&Self::Organisation) {
            say_first(&mut columns, rows, Self::Organisation, has_letters);
        }
        columns
    }
}

const TITLES: [&str; 16] = [
    "minister",
    "director",
    "president",
    "chief",
    "head",
    "manager",
    "officer",
    "adviser",
    "advisor",
    "ambassador",
    "chairman",
    "chair",
    "secretary",
    "ceo",
    "founder",
    "partner",
];
const ORGANISATIONS: [&str; 19] = [
    "ministry",
    "llc",
    "inc",
    "ltd",
    "bank",
    "university",
    "agency",
    "department",
    "company",
    "corporation",
    "group",
    "chamber",
    "embassy",
    "holding",
    "fund",
    "jsc",
    "ojsc",
    "association",
    "administration",
];

/// Says what becomes of the rows. Those of the home side become delegates.
pub fn plan(
    mission: &Mission,
    pasted: &Pasted<PersonSays>,
    side: Side,
    fold: Fold,
) -> Plan<Person> {
    let mut earlier = Earlier::default();
    let names = Names::new(mission, fold);
    let country_at = pasted
        .columns
        .iter()
        .position(|it| *it == PersonSays::Country);
    let mut plan = Plan::default();
    for row in &pasted.rows {
        let (person, organisation) = person_of(row, &pasted.columns, side);
        let known = names.person(&person.name());
        let becomes = earlier.becomes(&names, plan.rows.len(), known, person);
        // Who has an organisation keeps it, and none is made that nothing would use.
        let keeps_theirs = match &becomes {
            Becomes::Fills(id, _) => mission.people.get(*id).is_some_and(has_organisation),
            Becomes::Joins(at, _) => {
                let first = plan.rows.get(*at);
                first.is_some_and(|it| !it.organisations.is_empty())
            }
            Becomes::New(_) | Becomes::LeftOut => false,
        };
        let country = country_at.and_then(|at| row.get(at));
        let row = Row {
            becomes,
            organisations: Some(organisation)
                .into_iter()
                .filter(|it| !it.is_empty() && !keeps_theirs)
                .collect(),
            ..Row::default()
        };
        plan.put(row, &names, country.map_or("", |it| it.as_str()));
    }
    plan
}

fn has_organisation(person: &Person) -> bool {
    person.organisation.is_some()
}

/// Does what a plan says, as one step.
pub fn add(
    mission: &Mission,
    plan: &Plan<Person>,
    side: Side,
    mint: &mut Mint,
    fold: Fold,
) -> Edit {
    let taking = Taking {
        link: |it: &mut Person, linked| it.organisation = linked.organisations.first().copied(),
        fill,
    };
    carry_out(mission, plan, side, mint, fold, taking)
}

/// The person of a row, and the name of their organisation.
fn person_of(row: &[String], columns: &[PersonSays], side: Side) -> (Person, String) {
    let mut person = Person {
        side,
        delegate: (side == Side::Home).then(Delegate::default),
        ..Person::default()
    };
    let mut organisation = String::new();
    for (cell, says) in row.iter().zip(columns).filter(|(cell, _)| !cell.is_empty()) {
        match says {
            PersonSays::Nothing | PersonSays::Country => {}
            PersonSays::Name => called::name(&mut person, cell),
            PersonSays::Given => person.given.clone_from(cell),
            PersonSays::Family => person.family.clone_from(cell),
            PersonSays::Honorific => person.honorific.clone_from(cell),
            PersonSays::OtherScript => person.local_name.clone_from(cell),
            PersonSays::Title => person.title.clone_from(cell),
            PersonSays::Organisation => organisation.clone_from(cell),
            PersonSays::Role => take_role(&mut person, cell),
            PersonSays::Email => extend(&mut person.emails, &several(cell)),
            PersonSays::Phone => extend(&mut person.phones, &several(cell)),
            PersonSays::Languages => extend(&mut person.languages, &several(cell)),
            PersonSays::Notes => note(&mut person.notes, cell),
        }
    }
    (person, organisation)
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
        (None, Some(delegate)) => {
            person.delegate = Some(delegate.clone());
            person.side = from.side;
        }
        (_, None) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::paste::read;

    fn folded(text: &str) -> String {
        crate::insight::fold::fold(text)
    }

    fn added(mission: &Mission, text: &str) -> Mission {
        let plan = plan(mission, &read(text), Side::Home, folded);
        let mint = &mut Mint::counting_from(0);
        add(mission, &plan, Side::Home, mint, folded).next
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
}
