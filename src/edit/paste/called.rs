//! How lists write the name of a person: with titles before it, letters after it, a family name in capitals.

use super::cells::fill_texts;
use crate::model::{entity::Entity as _, fold::fold, person::Person};

/// How people are addressed before their name.
const HONORIFICS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "hon",
    "h.e",
    "his excellency",
    "her excellency",
    "the honourable",
    "the honorable",
    "the hon",
    "cənab",
    "xanım",
    "akademik",
    "herr",
    "frau",
    "г-н",
    "г-жа",
    "господин",
    "госпожа",
];
/// What stands after the given name in Azerbaijani: `Leyla xanım Kərimova`.
const AFTER_GIVEN: &[&str] = &["xanım", "bəy", "müəllim"];
/// Degrees, orders and the like, which stand after a name.
const POST_NOMINALS: &[&str] = &[
    "phd", "ph.d", "md", "m.d", "mba", "msc", "ma", "ba", "llm", "jd", "j.d", "esq", "jr", "sr",
    "cfa", "cpa", "obe", "cbe", "mbe", "kbe", "dsc",
];
/// Shorter ones are taken for letters after a name only where a comma or a stop says so: Ma is a family name.
const SURE: usize = 3;
/// Shorter words in capitals at the beginning are initials.
const LONGER_THAN_INITIALS: usize = 3;

/// Gives a person a name as a list writes it: `Dr Leyla Kərimova, PhD`, `ALIYEV Elnur`.
pub(super) fn name(person: &mut Person, cell: &str) {
    let (before, after) = without_letters(cell);
    let (honorific, bare) = without_honorific(&before);
    for (text, found) in [
        (&mut person.honorific, honorific),
        (&mut person.post_nominals, after),
    ] {
        if text.is_empty() {
            *text = found;
        }
    }
    match family_in_capitals(&bare) {
        Some((given, family)) => (person.given, person.family) = (given, family),
        None => person.rename(&bare),
    }
}

/// Gives a person a name, where other columns may have said some of it. Returns whether all of it stands there.
pub(super) fn say_name(person: &mut Person, cell: &str) -> bool {
    let mut other = Person::default();
    name(&mut other, cell);
    let is_same = |one: &str, other: &str| fold(one) == fold(other);
    let stands_there = match (person.given.is_empty(), person.family.is_empty()) {
        (true, true) => {
            person.given.clone_from(&other.given);
            person.family.clone_from(&other.family);
            true
        }
        // A column of names beside one of family names holds given names, or whole ones.
        (true, false) if is_same(&other.family, &person.family) => {
            person.given.clone_from(&other.given);
            true
        }
        (true, false) => {
            person.given = other.name();
            true
        }
        (false, true) if is_same(&other.given, &person.given) => {
            person.family.clone_from(&other.family);
            true
        }
        (false, _) => is_same(&other.name(), &person.name()),
    };
    if stands_there {
        fill_texts([
            (&mut person.honorific, &other.honorific),
            (&mut person.post_nominals, &other.post_nominals),
        ]);
    }
    stands_there
}

/// Whether a cell is how somebody is addressed, and nothing more.
pub(super) fn is_honorific(cell: &str) -> bool {
    let mut words = cell.split_whitespace().peekable();
    let is_said = words.peek().is_some();
    is_said && (is_one_of(cell, HONORIFICS) || words.all(|it| is_one_of(it, HONORIFICS)))
}

/// The name, and the letters that stand after it.
fn without_letters(cell: &str) -> (String, String) {
    let mut name = cell.trim();
    let mut letters = Vec::new();
    while let Some((before, last)) = name.rsplit_once([',', ' ']) {
        let after_comma = name
            .get(before.len()..)
            .is_some_and(|it| it.starts_with(','));
        let after_comma = after_comma || before.trim_end().ends_with(',');
        let is_sure = after_comma || last.ends_with('.') || SURE <= last.chars().count();
        let are_letters = is_sure && are_letters(last);
        match last {
            "" => {}
            last if are_letters => letters.insert(0, last),
            _ => break,
        }
        name = before.trim_end();
    }
    (name.to_owned(), letters.join(", "))
}

/// How the person is addressed, and the name without it.
fn without_honorific(name: &str) -> (String, String) {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let mut honorific: Vec<&str> = Vec::new();
    let leads = |words: &[&str]| {
        let is_led_by = |count: &usize| {
            let first = words.get(..*count).map(|it| it.join(" "));
            *count < words.len() && first.is_some_and(|it| is_one_of(&it, HONORIFICS))
        };
        [2, 1].into_iter().find(is_led_by)
    };
    while let Some(count) = leads(&words) {
        honorific.extend(words.drain(..count));
    }
    let after_given = |it: &&str| is_one_of(it, AFTER_GIVEN);
    if let Some(at) = words.iter().skip(1).position(after_given) {
        honorific.push(words.remove(at + 1));
    }
    (honorific.join(" "), words.join(" "))
}

/// Whether a word is a degree, an order or the like.
pub(super) fn are_letters(word: &str) -> bool {
    is_one_of(word, POST_NOMINALS)
}

fn is_one_of(word: &str, all: &[&str]) -> bool {
    let word = small(word);
    all.contains(&word.trim_end_matches('.'))
}

/// Given and family name, where one stands in capitals and the other does not; the one in capitals is the family's.
fn family_in_capitals(name: &str) -> Option<(String, String)> {
    let words: Vec<&str> = name.split([' ', ',']).filter(|it| !it.is_empty()).collect();
    let capitals = words.iter().take_while(|it| is_capitals(it)).count();
    let letters = words.first().map_or(0, |it| it.chars().count());
    let (family, given) = if 0 < capitals && LONGER_THAN_INITIALS <= letters {
        words.split_at(capitals)
    } else {
        let at_end = words.iter().rev().take_while(|it| is_capitals(it)).count();
        let (given, family) = words.split_at(words.len() - at_end);
        (family, given)
    };
    if family.is_empty() || given.is_empty() {
        return None;
    }
    let family: Vec<String> = family.iter().map(|it| as_a_name(it)).collect();
    Some((given.join(" "), family.join(" ")))
}

/// Whether a word is all in capitals, and no initial.
fn is_capitals(word: &str) -> bool {
    let letters = || word.chars().filter(|it| it.is_alphabetic());
    1 < letters().count() && letters().all(char::is_uppercase)
}

/// A word in capitals as one writes a name: `ƏLİYEV` is Əliyev, `AL-KHALIFA` is Al-Khalifa.
fn as_a_name(word: &str) -> String {
    let small = small(word);
    let mut begins = true;
    let mut name = String::with_capacity(word.len());
    for (capital, small) in word.chars().zip(small.chars()) {
        name.push(if begins { capital } else { small });
        begins = matches!(capital, '-' | '\'' | '’');
    }
    name
}

/// Small letters, one for one.
///
/// Beside letters that only Azerbaijani and Turkish have, an I may be an ı. Who writes İ as well means ı; of who does
/// not, vowels say it: those of one word sound alike, so it is an i after Ə, and an ı after A.
fn small(word: &str) -> String {
    let is_turkic = word.contains(['İ', 'Ə', 'Ğ']);
    let has_both = word.contains('İ');
    let mut small = String::with_capacity(word.len());
    for (at, letter) in word.char_indices() {
        let (before, after) = word.split_at(at);
        let nearest = || {
            let before = before.chars().rev().find_map(is_front);
            before.or_else(|| after.chars().find_map(is_front))
        };
        small.push(match letter {
            'İ' => 'i',
            'I' if is_turkic && (has_both || nearest() == Some(false)) => 'ı',
            _ => letter.to_lowercase().next().unwrap_or(letter),
        });
    }
    small
}

/// Whether a vowel is spoken in front of the mouth; nothing for other letters, and for an I, which may be either.
fn is_front(letter: char) -> Option<bool> {
    match letter {
        'Ə' | 'E' | 'İ' | 'Ö' | 'Ü' => Some(true),
        'A' | 'O' | 'U' => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_letters_and_capitals_are_taken_apart() {
        for (cell, honorific, given, family, after) in [
            ("Mr. Tural Rzayev", "Mr.", "Tural", "Rzayev", ""),
            ("Dr Leyla Kərimova, PhD", "Dr", "Leyla", "Kərimova", "PhD"),
            ("Frau Dr. Anna Schmidt", "Frau Dr.", "Anna", "Schmidt", ""),
            (
                "H.E. Mr. Khazar Ibrahim",
                "H.E. Mr.",
                "Khazar",
                "Ibrahim",
                "",
            ),
            (
                "Her Excellency Ana Silva",
                "Her Excellency",
                "Ana",
                "Silva",
                "",
            ),
            ("Cənab Elnur Əliyev", "Cənab", "Elnur", "Əliyev", ""),
            ("Leyla xanım Kərimova", "xanım", "Leyla", "Kərimova", ""),
            ("г-н Иван Петров", "г-н", "Иван", "Петров", ""),
            ("John Smith, PhD, MBA", "", "John", "Smith", "PhD, MBA"),
            ("John Smith Jr.", "", "John", "Smith", "Jr."),
            ("ALIYEV Elnur", "", "Elnur", "Aliyev", ""),
            ("ƏLİYEV, Elnur", "", "Elnur", "Əliyev", ""),
            ("Mr Elnur ALIYEV", "Mr", "Elnur", "Aliyev", ""),
            ("ŞIXƏLİYEV Orxan", "", "Orxan", "Şıxəliyev", ""),
            // From a keyboard that has no İ.
            ("ƏLIYEV Elnur", "", "Elnur", "Əliyev", ""),
            ("KƏRIMOVA Leyla", "", "Leyla", "Kərimova", ""),
            ("BAĞIROV Mir", "", "Mir", "Bağırov", ""),
            ("Noura AL-KHALIFA", "", "Noura", "Al-Khalifa", ""),
            // What is no title, no degree and no family name in capitals stays as it is.
            ("Smith, John", "", "John", "Smith", ""),
            ("Jack Ma", "", "Jack", "Ma", ""),
            ("JR Smith", "", "JR", "Smith", ""),
            ("ANA SILVA", "", "ANA", "SILVA", ""),
            ("He Wei", "", "He", "Wei", ""),
            ("Madonna", "", "Madonna", "", ""),
            ("Mr", "", "Mr", "", ""),
        ] {
            let mut person = Person::default();
            name(&mut person, cell);
            let said = [
                &person.honorific,
                &person.given,
                &person.family,
                &person.post_nominals,
            ];
            assert_eq!(said, [honorific, given, family, after], "{cell}");
        }
    }
}
