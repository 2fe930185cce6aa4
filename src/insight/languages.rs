//! Languages as people write them down: `English`, `english (fluent)`, `en`, `İngilis`.

use crate::model::fold::fold;

/// Languages that visits are held in: by the code of ISO 639-1, in English, and otherwise.
const KNOWN: [&[&str]; 29] = [
    &["ar", "arabic", "ereb"],
    &["az", "azerbaijani", "azeri", "azerbaycan"],
    &["be", "belarusian", "belarus"],
    &["cs", "czech", "cex"],
    &["de", "german", "deutsch", "alman"],
    &["en", "english", "ingilis", "angliyskiy"],
    &["es", "spanish", "espanol", "ispan"],
    &["fa", "persian", "farsi", "fars"],
    &["fr", "french", "francais", "fransiz"],
    &["he", "hebrew", "ivrit"],
    &["hi", "hindi", "hind"],
    &["hu", "hungarian", "macar"],
    &["id", "indonesian"],
    &["it", "italian", "italiano", "italyan"],
    &["ja", "japanese", "yapon"],
    &["ka", "georgian", "gurcu"],
    &["kk", "kazakh", "qazax"],
    &["ko", "korean", "koreya"],
    &["ky", "kyrgyz", "qirgiz"],
    &["pl", "polish", "polyak"],
    &["pt", "portuguese", "portugues", "portuqal"],
    &["ro", "romanian", "rumin"],
    &["ru", "russian", "rus", "russkiy"],
    &["tg", "tajik", "tacik"],
    &["tk", "turkmen"],
    &["tr", "turkish", "turkce", "turk"],
    &["uk", "ukrainian", "ukrayna"],
    &["uz", "uzbek", "o'zbek", "ozbek"],
    &["zh", "chinese", "mandarin", "cin"],
];

/// A language as one compares it: without case and marks, without what stands in brackets, and by one name.
pub fn key(language: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for letter in language.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let folded = fold(plain.trim());
    // In Azerbaijani the language of a people is called so: “ingilis dili”.
    let name = folded.strip_suffix(" dili").unwrap_or(&folded);
    // `en-GB` is English, and so is `en_US`.
    let code = name.split(['-', '_']).next().unwrap_or(name);
    let is_code = code.len() == 2;
    let known = KNOWN.iter().find(|names| {
        let mut names = names.iter();
        names.any(|it| *it == name || (is_code && *it == code))
    });
    known
        .and_then(|names| names.get(1))
        .map_or_else(|| name.to_owned(), |it| (*it).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_language_has_one_key_however_it_is_written() {
        for name in [
            "English",
            "english",
            " EN",
            "en-GB",
            "English (native)",
            "İngilis dili",
        ] {
            assert_eq!(key(name), "english", "{name}");
        }
        for name in ["Azerbaijani", "az", "Azərbaycan", "azeri [mother tongue]"] {
            assert_eq!(key(name), "azerbaijani", "{name}");
        }
        for (code, name) in [
            ("ru", "русский"),
            ("uz", "Oʻzbek"),
            ("tr", "Türkçe"),
            ("de", "Deutsch"),
            ("fr", "Français"),
            ("zh", "Mandarin"),
            ("ar", "Arabic"),
        ] {
            assert_eq!(key(code), key(name), "{code}");
        }
    }

    #[test]
    fn what_is_not_known_is_compared_as_it_is_written() {
        assert_eq!(key("Welsh (some)"), "welsh");
        assert_ne!(key("Welsh"), key("English"));
        assert_eq!(key(""), "");
    }
}
