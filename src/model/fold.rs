//! Folding: text without case, diacritics and script, so that `eliyev` finds Əliyev.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The text as one types it without looking: small plain Latin letters, whatever its case, marks or script.
///
/// `Əliyev` is `eliyev`, `Şükürov` is `sukurov`, `Иванов` is `ivanov`, `Straße` is `strasse`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_letter(letter, &mut folded);
    }
    folded
}

fn fold_letter(letter: char, into: &mut String) {
    if letter.is_ascii() {
        into.push(letter.to_ascii_lowercase());
        return;
    }
    // Before taking marks off: Й is И with a mark, but is said another way.
    for small in letter.to_lowercase() {
        if let Some(plain) = plain(small) {
            into.push_str(plain);
            continue;
        }
        for part in small.nfkd().filter(|it| !is_combining_mark(*it)) {
            match plain(part) {
                Some(plain) => into.push_str(plain),
                None => into.extend(part.to_lowercase()),
            }
        }
    }
}

/// Letters that are no Latin letter with a mark, as one writes them with Latin letters.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ə' | 'ǝ' | 'ɛ' | 'э' | 'е' | 'є' | 'ε' => "e",
        'ı' | 'и' | 'і' | 'ι' | 'η' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' | 'о' | 'ө' | 'ο' | 'ω' => "o",
        'ł' | 'л' | 'λ' => "l",
        'đ' | 'ð' | 'д' | 'δ' => "d",
        'þ' | 'θ' => "th",
        'ħ' | 'һ' => "h",
        'ŋ' | 'ң' => "n",
        'а' | 'α' => "a",
        'б' => "b",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'ғ' | 'γ' => "g",
        'ё' => "yo",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'й' | 'ы' => "y",
        'ї' => "yi",
        'к' | 'қ' | 'κ' => "k",
        'м' | 'μ' => "m",
        'н' | 'ν' => "n",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' | 'ς' => "s",
        'т' | 'τ' => "t",
        'у' | 'ү' | 'ұ' | 'υ' => "u",
        'ф' | 'φ' => "f",
        'х' => "kh",
        'ҳ' => "h",
        'ц' => "ts",
        'ч' | 'ҹ' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        'ъ' | 'ь' => "",
        'ξ' => "x",
        'χ' => "ch",
        'ψ' => "ps",
        '’' | '‘' | 'ʼ' | 'ʻ' => "'",
        '–' | '—' | '‑' => "-",
        '“' | '”' | '„' | '«' | '»' => "\"",
        _ => return None,
    })
}

/// A name as a passport has it: with an “a” for the letter that is an “e” to who has no such key.
pub fn in_passport(name: &str) -> String {
    name.replace('ə', "a").replace('Ə', "A")
}

/// A folded word as it sounds, whoever wrote it down: passports, newspapers and other alphabets spell one
/// name in many ways.
///
/// `şükürova` and `Шукюрова` both sound `sukurova`, `əliyev`, `aliyev` and `алиев` all `aliav`.
pub fn sound(folded: &str) -> String {
    let mut sound = String::with_capacity(folded.len());
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let mut known = sounds_from(first).iter();
        let known = known.find(|(letters, _)| rest.starts_with(letters));
        let (letter, used) = known.map_or((first, first.len_utf8()), |(it, to)| (*to, it.len()));
        // A letter said twice is said once.
        if !sound.ends_with(letter) {
            sound.push(letter);
        }
        rest = rest.get(used..).unwrap_or_default();
    }
    sound
}

/// Letters that begin with one and are one sound, the longest first.
fn sounds_from(first: char) -> &'static [(&'static str, char)] {
    match first {
        'c' => &[("ch", 'c')],
        'd' => &[("dzh", 'c'), ("dj", 'c')],
        'e' => &[("e", 'a')],
        'g' => &[("gh", 'g')],
        'h' => &[("h", 'g')],
        'j' => &[("j", 'c')],
        'k' => &[("kh", 'g')],
        'p' => &[("ph", 'f')],
        'q' => &[("q", 'g')],
        's' => &[("shch", 's'), ("sh", 's')],
        't' => &[("ts", 's')],
        'w' => &[("w", 'v')],
        'x' => &[("x", 'g')],
        'y' => &[
            ("ya", 'a'),
            ("ye", 'a'),
            ("yi", 'i'),
            ("yo", 'o'),
            ("yu", 'u'),
            ("y", 'i'),
        ],
        'z' => &[("zh", 'c'), ("z", 's')],
        _ => &[],
    }
}

/// Words that are typed to find what has all of them, however its names are spelled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought(Vec<(String, Option<String>)>);

impl Sought {
    /// What is typed. A word of few letters is found as it is typed, or not at all.
    pub fn of(typed: &str) -> Self {
        const SHORTEST_BY_SOUND: usize = 4; // letters
        let words = fold(typed);
        let words = words.split_whitespace().map(|word| {
            let is_long = SHORTEST_BY_SOUND <= word.chars().count();
            (word.to_owned(), is_long.then(|| sound(word)))
        });
        Self(words.collect())
    }

    /// Whether nothing is sought.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word is in a folded text.
    pub fn is_in(&self, folded: &str) -> bool {
        // How a text sounds is worked out at most once, and only where it has not the words as they are typed.
        let mut sounds = None;
        self.0.iter().all(|(word, sounding)| {
            folded.contains(word)
                || sounding.as_ref().is_some_and(|it| {
                    let sounds: &String = sounds.get_or_insert_with(|| sound(folded));
                    sounds.contains(it)
                })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Sought, fold, sound};

    #[test]
    fn one_name_sounds_the_same_however_it_is_spelled() {
        for names in [
            ["Şükürova", "Шукюрова", "Shukurova"],
            ["Əliyev", "Aliyev", "Алиев"],
            ["Məmmədov", "Маммадов", "Mammadov"],
            ["Hüseynov", "Гусейнов", "Huseynov"],
            ["Cəfərov", "Джафаров", "Jafarov"],
        ] {
            let sounds = names.map(|it| sound(&fold(it)));
            assert_eq!([&sounds[1], &sounds[2]], [&sounds[0]; 2], "{names:?}");
        }
    }

    #[test]
    fn names_fold_to_what_one_types() {
        for (name, typed) in [
            ("Əliyev", "eliyev"),
            ("ƏLİYEV", "eliyev"),
            ("Şükürov", "sukurov"),
            ("Иванов", "ivanov"),
            ("Щербаков", "shcherbakov"),
            ("Горбачёв", "gorbachyov"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("Đorđević", "dordevic"),
            ("Ørsted", "orsted"),
            ("Qızıl İlğım", "qizil ilgim"),
            ("Παπαδόπουλος", "papadopoulos"),
            ("EXIM", "exim"),
        ] {
            assert_eq!(fold(name), typed, "{name}");
        }
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for name in ["Əliyev", "Иванов", "張偉", "ﬁne №5"] {
            assert_eq!(fold(&fold(name)), fold(name));
        }
    }

    #[test]
    fn a_name_is_found_in_a_text_however_it_is_spelled() {
        let text = fold("Məmmədov, Rəşad · Kapital Bank");
        for typed in ["mammadov", "Memmedov bank", "Маммадов", "rashad kap"] {
            assert!(Sought::of(typed).is_in(&text), "{typed}");
        }
        for typed in ["mamedova", "rad", "bank mira"] {
            assert!(!Sought::of(typed).is_in(&text), "{typed}");
        }
        assert!(Sought::of(" ").is_empty());
    }
}
