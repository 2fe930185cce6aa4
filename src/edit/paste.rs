//! People from the rows of a spreadsheet: what each column says, who is new, who is there already.

use std::collections::HashMap;

use super::Edit;
use crate::model::{
    delegate::{Delegate, DelegationRole},
    entity::Entity as _,
    id::{Mint, OrganisationId, PersonId},
    mission::Mission,
    organisation::{Organisation, Side},
    person::Person,
    words::Choice as _,
};

/// What a column says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is told by its name, in this file")]
pub enum Says {
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

impl Says {
    /// Each, its name, and how its head begins in lists that come from elsewhere.
    #[rustfmt::skip] // a table reads as a table
    pub const ALL: [(Self, &'static str, &'static [&'static str]); 14] = [
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

    /// What it is called.
    pub fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(it, ..)| *it == self);
        found.map_or("", |(_, name, _)| name)
    }
}

/// Rows of cells, and what each column says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// What each column says.
    pub columns: Vec<Says>,
    /// The rows, without the head.
    pub rows: Vec<Vec<String>>,
}

/// Reads rows as a spreadsheet copies them: cells between tabs, or else between semicolons.
pub fn read(text: &str) -> Pasted {
    let separator = if text.contains('\t') { '\t' } else { ';' };
    let mut rows: Vec<Vec<String>> = cells(text, separator)
        .into_iter()
        .map(|row| row.iter().map(|it| clean(it)).collect::<Vec<_>>())
        .filter(|row| row.iter().any(|it| !it.is_empty()))
        .collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let heads: Vec<Option<Says>> = rows
        .first()
        .map(|row| row.iter().map(|it| head(it)).collect())
        .unwrap_or_default();
    let is_headed = heads.iter().flatten().any(|it| *it != Says::Nothing)
        && heads.iter().flatten().count() * 2 >= heads.len().min(4);
    let columns = if is_headed {
        rows.remove(0);
        let known = |at: usize| heads.get(at).copied().flatten();
        (0..width)
            .map(|at| known(at).unwrap_or(Says::Nothing))
            .collect()
    } else {
        guess(&rows, width)
    };
    Pasted { columns, rows }
}

/// Cells in rows. Inside quotes a line break is a part of its cell, and two quotes are one.
fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) else {
            break;
        };
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            it if it == separator && !is_quoted => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            it => cell.push(it),
        }
    }
    if is_quoted {
        // A quote that is never closed is a letter, or one cell would swallow all that follow.
        return cells(&text.replace('"', "”"), separator);
    }
    rows
}

fn clean(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a head says, if it is one.
fn head(cell: &str) -> Option<Says> {
    let cell = cell.to_lowercase();
    let cell = cell.trim_end_matches([':', '*', '.']);
    if cell.is_empty() || 4 < cell.split(' ').count() {
        return None;
    }
    let found = Says::ALL.iter().find(|(.., heads)| heads.contains(&cell));
    let longer = || {
        // “E-mail address”, “Company / organisation”: longer heads begin with a word that says it.
        Says::ALL.iter().find(|(says, _, heads)| {
            *says != Says::Nothing && heads.iter().any(|it| 2 < it.len() && cell.starts_with(it))
        })
    };
    found.or_else(longer).map(|(says, ..)| *says)
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

/// What columns without heads say, by what stands in them.
fn guess(rows: &[Vec<String>], width: usize) -> Vec<Says> {
    let share = |at: usize, fits: &dyn Fn(&str) -> bool| {
        let cells: Vec<&String> = rows.iter().filter_map(|row| row.get(at)).collect();
        let filled = cells.iter().filter(|it| !it.is_empty()).count();
        let fitting = cells.iter().filter(|it| !it.is_empty() && fits(it)).count();
        filled > 0 && fitting * 2 > filled
    };
    let says_one_of = |cell: &str, words: &[&str]| {
        let cell = cell.to_lowercase();
        cell.split(|it: char| !it.is_alphanumeric())
            .any(|it| words.contains(&it))
    };
    let mut columns = vec![Says::Nothing; width];
    for (at, says) in columns.iter_mut().enumerate() {
        let digits = |cell: &str| cell.chars().filter(char::is_ascii_digit).count();
        if share(at, &|cell| cell.contains('@')) {
            *says = Says::Email;
        } else if share(at, &|cell| digits(cell) > 5) {
            *says = Says::Phone;
        }
    }
    let mut take = |says: Says, fits: &dyn Fn(&str) -> bool| {
        let free = |at: &usize| columns.get(*at) == Some(&Says::Nothing) && share(*at, fits);
        if let Some(place) = (0..width).find(free).and_then(|at| columns.get_mut(at)) {
            *place = says;
        }
    };
    take(Says::Title, &|cell| {
        says_one_of(cell, &TITLES) && !says_one_of(cell, &ORGANISATIONS)
    });
    take(Says::Organisation, &|cell| {
        says_one_of(cell, &ORGANISATIONS)
    });
    let is_word = |cell: &str| cell.chars().any(char::is_alphabetic);
    take(Says::Name, &is_word);
    if !columns.contains(&Says::Title) {
        let mut rest = columns.iter_mut().skip_while(|it| **it != Says::Name);
        if let Some(place) = rest.find(|it| **it == Says::Nothing) {
            *place = Says::Title;
        }
    }
    if !columns.contains(&Says::Organisation) {
        let free =
            (0..width).find(|at| columns.get(*at) == Some(&Says::Nothing) && share(*at, &is_word));
        if let Some(place) = free.and_then(|at| columns.get_mut(at)) {
            *place = Says::Organisation;
        }
    }
    columns
}

/// What becomes of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// Somebody who is not there yet.
    New(Box<Person>),
    /// Somebody who is there; what is empty of theirs is filled.
    Fills(PersonId, Box<Person>),
    /// Nobody, because there is no name.
    LeftOut,
}

/// An organisation to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrganisation {
    /// What it is called.
    pub name: String,
    /// Its country, where the row says it.
    pub country: String,
}

/// What becomes of all rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Of each row, in order, with the name of its organisation as it is written there.
    pub rows: Vec<(Becomes, String)>,
    /// The organisations to be made, in the order they come.
    pub organisations: Vec<NewOrganisation>,
}

impl Plan {
    /// How many people are new.
    pub fn new_people(&self) -> usize {
        let is_new = |it: &&(Becomes, String)| matches!(it.0, Becomes::New(_));
        self.rows.iter().filter(is_new).count()
    }

    /// How many people are there already.
    pub fn known_people(&self) -> usize {
        let is_known = |it: &&(Becomes, String)| matches!(it.0, Becomes::Fills(..));
        self.rows.iter().filter(is_known).count()
    }

    /// How many rows become nobody.
    pub fn left_out(&self) -> usize {
        self.rows.len() - self.new_people() - self.known_people()
    }
}

/// Says what becomes of the rows, with `fold` for names that are written in other letters, marks and case.
///
/// Those of the home side become delegates.
pub fn plan(mission: &Mission, pasted: &Pasted, side: Side, fold: fn(&str) -> String) -> Plan {
    let mut people: HashMap<String, PersonId> = HashMap::new();
    for (id, person) in mission.people.iter() {
        people.entry(fold(&person.name())).or_insert(id);
    }
    let organisations = known_organisations(mission, fold);
    let mut plan = Plan::default();
    let mut made: Vec<String> = Vec::new();
    for row in &pasted.rows {
        let (person, organisation) = person_of(row, &pasted.columns, side);
        let key = fold(&organisation);
        if person.given_name().trim().is_empty() {
            plan.rows.push((Becomes::LeftOut, organisation));
            continue;
        }
        if !organisation.is_empty() && !organisations.contains_key(&key) && !made.contains(&key) {
            made.push(key);
            let at = pasted.columns.iter().position(|it| *it == Says::Country);
            plan.organisations.push(NewOrganisation {
                name: organisation.clone(),
                country: at.and_then(|at| row.get(at)).cloned().unwrap_or_default(),
            });
        }
        let becomes = match people.get(&fold(&person.name())) {
            Some(id) => Becomes::Fills(*id, Box::new(person)),
            None => Becomes::New(Box::new(person)),
        };
        plan.rows.push((becomes, organisation));
    }
    plan
}

/// Does what a plan says, as one step.
pub fn add(
    mission: &Mission,
    plan: &Plan,
    side: Side,
    mint: &mut Mint,
    fold: fn(&str) -> String,
) -> Edit {
    let mut next = mission.clone();
    let mut organisations = known_organisations(mission, fold);
    for NewOrganisation { name, country } in &plan.organisations {
        let id: OrganisationId = mint.id();
        let of_side = match side {
            Side::Home => &mission.sending_country,
            Side::Host => &mission.host_country,
            Side::Third => country,
        };
        let said = !country.is_empty();
        let organisation = Organisation {
            name: name.clone(),
            side,
            country: if said { country } else { of_side }.clone(),
            ..Organisation::default()
        };
        next.organisations.insert(id, organisation);
        organisations.insert(fold(name), id);
    }
    let mut about = Vec::new();
    for (becomes, organisation) in &plan.rows {
        let organisation = organisations.get(&fold(organisation)).copied();
        match becomes {
            Becomes::New(person) => {
                let id: PersonId = mint.id();
                let person = Person {
                    organisation,
                    ..(**person).clone()
                };
                next.people.insert(id, person);
                about.push(id);
            }
            Becomes::Fills(id, person) => {
                next.people.change(*id, |it| fill(it, person, organisation));
                about.push(*id);
            }
            Becomes::LeftOut => {}
        }
    }
    let count = plan.new_people() + plan.known_people();
    let what = if count == 1 { "person" } else { "people" };
    let edit = Edit::new(format!("Paste {count} {what}"), next);
    about.into_iter().fold(edit, Edit::about)
}

/// Organisations by their names, long and short.
fn known_organisations(
    mission: &Mission,
    fold: fn(&str) -> String,
) -> HashMap<String, OrganisationId> {
    let mut known = HashMap::new();
    for (id, it) in mission.organisations.iter() {
        for name in [&it.name, &it.acronym, &it.local_name] {
            if !name.is_empty() {
                known.entry(fold(name)).or_insert(id);
            }
        }
    }
    known
}

/// The person of a row, and the name of their organisation.
fn person_of(row: &[String], columns: &[Says], side: Side) -> (Person, String) {
    let mut person = Person {
        side,
        delegate: (side == Side::Home).then(Delegate::default),
        ..Person::default()
    };
    let mut organisation = String::new();
    let several = |cell: &str| -> Vec<String> {
        let parts = cell.split([',', ';', '/']).map(clean);
        parts.filter(|it| !it.is_empty()).collect()
    };
    for (cell, says) in row.iter().zip(columns).filter(|(cell, _)| !cell.is_empty()) {
        match says {
            Says::Nothing | Says::Country => {}
            Says::Name => person.rename(cell),
            Says::Given => person.given.clone_from(cell),
            Says::Family => person.family.clone_from(cell),
            Says::Honorific => person.honorific.clone_from(cell),
            Says::OtherScript => person.local_name.clone_from(cell),
            Says::Title => person.title.clone_from(cell),
            Says::Organisation => organisation.clone_from(cell),
            Says::Role => take_role(&mut person, cell),
            Says::Email => person.emails = several(cell),
            Says::Phone => person.phones = several(cell),
            Says::Languages => person.languages = several(cell),
            Says::Notes => person.notes.clone_from(cell),
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
        _ => person.notes = format!("{}\n{cell}", person.notes).trim().to_owned(),
    }
}

/// Fills what is empty of somebody who is there; nothing that was said is lost.
fn fill(person: &mut Person, from: &Person, organisation: Option<OrganisationId>) {
    let texts: [(&mut String, &String); 6] = [
        (&mut person.title, &from.title),
        (&mut person.honorific, &from.honorific),
        (&mut person.local_name, &from.local_name),
        (&mut person.notes, &from.notes),
        (&mut person.family, &from.family),
        (&mut person.given, &from.given),
    ];
    for (text, from) in texts {
        if text.is_empty() {
            text.clone_from(from);
        }
    }
    let lists: [(&mut Vec<String>, &Vec<String>); 3] = [
        (&mut person.emails, &from.emails),
        (&mut person.phones, &from.phones),
        (&mut person.languages, &from.languages),
    ];
    for (list, from) in lists {
        for it in from {
            if !list.contains(it) {
                list.push(it.clone());
            }
        }
    }
    person.organisation = person.organisation.or(organisation);
    if let (None, Some(delegate)) = (&person.delegate, &from.delegate) {
        person.delegate = Some(delegate.clone());
        person.side = from.side;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            read(text).columns,
            [
                Says::Name,
                Says::Organisation,
                Says::Title,
                Says::Email,
                Says::Phone
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
        assert!(titles.contains(&"Minister"), "{titles:?}");
        assert_eq!(again.people.len(), 2);
    }

    #[test]
    fn a_line_break_inside_quotes_stays_in_its_cell() {
        let pasted = read("Name\tTitle\n\"Ana\nSilva\"\t\"Director, \"\"Trade\"\"\"\n");
        assert_eq!(pasted.rows.len(), 1);
        assert_eq!(pasted.rows[0], ["Ana Silva", "Director, \"Trade\""]);
        assert_eq!(read("Name\tTitle\n\"Ana\tDirector\nBo\tHead").rows.len(), 2);
    }
}
