//! What a column says of a person, and how one guesses it where columns have no heads.

use crate::edit::paste::{
    Head, Says,
    called::is_honorific,
    reading::{has_letters, left_out, most_fit, say_first},
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
    Side,
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
        left_out(Self::Nothing),
        (Self::Family, "Family name", &["family", "surname", "last name", "lastname", "soyad"]),
        (Self::Given, "Given name", &["given", "first name", "firstname", "forename"]),
        (Self::OtherScript, "Other script", &["other script", "local name", "name in"]),
        (Self::Name, "Name", &["name", "full name", "participant", "delegate", "ad, soyad", "ad", "ad soyad", "person"]),
        (Self::Honorific, "Honorific", &["honorific", "salutation", "prefix", "mr/ms"]),
        (Self::Title, "Title", &["title", "position", "job", "function", "post", "designation", "vəzifə"]),
        (Self::Organisation, "Organisation", &["organisation", "organization", "company", "institution", "agency", "ministry", "employer", "entity", "təşkilat", "qurum", "şirkət"]),
        (Self::Country, "Country", &["country", "ölkə"]),
        (Self::Side, "Side", &["side", "tərəf"]),
        (Self::Role, "Role", &["role", "capacity", "rol"]),
        (Self::Email, "E-mail", &["e-mail", "email", "mail", "e-poçt"]),
        (Self::Phone, "Telephone", &["phone", "telephone", "tel", "mobile", "cell", "telefon"]),
        (Self::Languages, "Languages", &["language", "dil"]),
        (Self::Notes, "Notes", &["note", "comment", "remark", "qeyd"]),
    ];

    fn is_several(self) -> bool {
        matches!(self, Self::Email | Self::Phone | Self::Languages)
    }

    fn correct(columns: &mut [Self], rows: &[Vec<String>]) {
        // A title is an office to some, and a form of address to others.
        for (at, says) in columns.iter_mut().enumerate() {
            if *says == Self::Title && most_fit(rows, at, is_honorific) {
                *says = Self::Honorific;
            }
        }
    }

    fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Family | Self::Given)
    }

    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self> {
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
            says_title(cell) && !says_organisation(cell)
        });
        say_first(&mut columns, rows, Self::Organisation, says_organisation);
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

/// Whether there is a word in it that only titles have.
pub(in crate::edit::paste) fn says_title(cell: &str) -> bool {
    says_one_of(cell, &TITLES)
}

/// Whether there is a word in it that only names of organisations have.
pub(in crate::edit::paste) fn says_organisation(cell: &str) -> bool {
    says_one_of(cell, &ORGANISATIONS)
}

fn says_one_of(cell: &str, words: &[&str]) -> bool {
    let cell = cell.to_lowercase();
    cell.split(|it: char| !it.is_alphanumeric())
        .any(|it| words.contains(&it))
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
