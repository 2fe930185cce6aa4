//! Readable ids: a name in plain small letters.

use crate::model::{id::Id, table::Table};

/// The longest id, in letters.
const LONGEST: usize = 12;

/// The whole name in `a–z`, `0–9` and `-`: `Şükürova` becomes `sukurova`.
pub fn plain(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => plain.push(letter),
            'ə' | 'é' | 'è' | 'ê' | 'ë' | 'ę' => plain.push('e'),
            'ı' | 'í' | 'î' | 'ï' => plain.push('i'),
            'ö' | 'ó' | 'ô' | 'ø' => plain.push('o'),
            'ü' | 'ú' | 'û' => plain.push('u'),
            'ş' | 'ś' | 'š' => plain.push('s'),
            'ç' | 'ć' | 'č' => plain.push('c'),
            'ğ' => plain.push('g'),
            'ł' => plain.push('l'),
            'ń' | 'ñ' => plain.push('n'),
            'ż' | 'ź' | 'ž' => plain.push('z'),
            'á' | 'à' | 'â' | 'ä' | 'ą' | 'ã' | 'å' => plain.push('a'),
            // What stays of `İ` in small letters.
            '\u{307}' | '.' | '’' | '\'' => {}
            _ if plain.is_empty() || plain.ends_with('-') => {}
            _ => plain.push('-'),
        }
    }
    plain.trim_end_matches('-').to_owned()
}

/// An id that is free in the table: the first letters of the name, with a number when those are taken.
///
/// `department-o` is the first department of a mission, `department-2` the next.
pub fn free_id<T: Clone>(table: &Table<T>, name: &str) -> Id<T> {
    let plain = match plain(name) {
        nothing if nothing.is_empty() => "x".to_owned(),
        plain => plain,
    };
    let cut = |longest: usize| -> String { plain.chars().take(longest).collect() };
    let numbered = (2..u32::MAX).map(|count| {
        let count = count.to_string();
        let short = cut(LONGEST - count.len() - 1);
        format!("{}-{count}", short.trim_end_matches('-'))
    });
    std::iter::once(cut(LONGEST).trim_end_matches('-').to_owned())
        .chain(numbered)
        .filter_map(|text| text.parse().ok())
        .find(|id| !table.contains(*id))
        .expect("some number of nine digits is free in a table that fits into memory")
}
