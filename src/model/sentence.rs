//! How words stand in a sentence: what things are called, how many there are, and their first letters.

use std::fmt::Display;

use super::id::Sort;

impl Sort {
    /// What a thing of this sort is called in a sentence.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Mission => "mission",
            Self::Session => "session",
            Self::Meeting => "meeting",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Topic => "topic",
            Self::Instrument => "instrument",
            Self::FollowUp => "follow-up",
        }
    }
}

/// So many of something, by any whole number: `1 meeting`, `3 people`.
pub fn count<N: Display + PartialEq + From<u8>>(number: N, one: &str) -> String {
    if number == N::from(1) {
        format!("1 {one}")
    } else {
        format!("{number} {}", several(one))
    }
}

/// What several of something are called.
fn several(one: &str) -> String {
    match one.strip_suffix("person") {
        Some(before) => format!("{before}people"),
        None => format!("{one}s"),
    }
}

/// The text with a capital first letter, as it stands at the beginning of a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The text with a small first letter, as it stands inside a sentence; an abbreviation stays as it is.
pub fn inside(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_several_persons() {
        assert_eq!(count(1_usize, Sort::Person.noun()), "1 person");
        assert_eq!(count(3_i64, Sort::Person.noun()), "3 people");
        assert_eq!(count(2_usize, "new person"), "2 new people");
        assert_eq!(count(0_usize, Sort::FollowUp.noun()), "0 follow-ups");
    }

    #[test]
    fn an_abbreviation_keeps_its_capitals_inside_a_sentence() {
        assert_eq!(inside("Due date"), "due date");
        assert_eq!(inside("URL"), "URL");
        assert_eq!(capital("ərizə"), "Ərizə");
    }
}
