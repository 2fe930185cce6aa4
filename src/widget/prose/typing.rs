//! What keys do in a text with lists and bold words: Enter goes on with a list, Ctrl+B makes bold.
//!
//! Places are counted in letters, as the field on the window counts them.

use std::ops::Range;

use super::marks::{self, STARS};

/// A text after a key, and what is selected then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The text.
    pub text: String,
    /// What is selected, in letters.
    pub selected: Range<usize>,
}

/// Enter at the end of an item begins the next one; in an empty item it ends the list.
///
/// Nothing where there is no list: then Enter is a new line, as everywhere.
pub fn enter(text: &str, cursor: usize) -> Option<Typed> {
    let at = byte(text, cursor);
    let (before, after) = text.split_at_checked(at)?;
    let begin = before.rfind('\n').map_or(0, |it| it + 1);
    let head = text.get(..begin)?;
    let line = text.get(begin..)?.lines().next()?;
    let item = marks::item_of(line)?;
    if at < begin + item.bytes {
        return None;
    }
    if line.get(item.bytes..)?.trim().is_empty() {
        let rest = text.get(begin + line.len()..)?;
        let cursor = head.chars().count();
        return Some(Typed {
            text: format!("{head}{rest}"),
            selected: cursor..cursor,
        });
    }
    let mark = line.get(..item.bytes)?;
    let next = match item.number {
        Some(number) => format!("{}{}. ", mark.get(..item.blanks)?, number.saturating_add(1)),
        None => mark.to_owned(),
    };
    let cursor = letters(text, at) + 1 + next.chars().count();
    Some(Typed {
        text: format!("{before}\n{next}{after}"),
        selected: cursor..cursor,
    })
}

/// Makes what is selected bold, or no longer bold when it is; without a selection, the word at the cursor.
pub fn bold(text: &str, selected: Range<usize>) -> Option<Typed> {
    let selected = byte(text, selected.start)..byte(text, selected.end);
    let is_bold = marks::bold_in(text);
    let pieces = pieces(text, selected);
    let holder = |piece: &Range<usize>| {
        let holds = |it: &&Range<usize>| {
            let it = with_stars(it);
            it.start <= piece.start && piece.end <= it.end
        };
        is_bold.iter().find(holds).cloned()
    };
    let all_are = pieces.iter().all(|it| holder(it).is_some());
    let mut next = String::with_capacity(text.len() + 2 * STARS.len());
    let mut shown: Option<Range<usize>> = None;
    let mut copied = 0;
    for piece in pieces {
        let (span, stars) = match holder(&piece) {
            Some(run) if all_are => (with_stars(&run), ""),
            Some(run) => (with_stars(&run), STARS),
            None => (with_whole_runs(piece, &is_bold), STARS),
        };
        next.push_str(text.get(copied..span.start)?);
        next.push_str(stars);
        let from = next.len();
        next.push_str(&text.get(span.clone())?.replace(STARS, ""));
        shown = Some(shown.map_or(from, |it| it.start)..next.len());
        next.push_str(stars);
        copied = span.end;
    }
    let shown = shown?;
    next.push_str(text.get(copied..)?);
    let selected = letters(&next, shown.start)..letters(&next, shown.end);
    Some(Typed {
        text: next,
        selected,
    })
}

/// The words of each line that are to be bold: what is selected of it, without blanks and without a list's mark.
fn pieces(text: &str, selected: Range<usize>) -> Vec<Range<usize>> {
    let selected = if selected.is_empty() {
        word_at(text, selected.start)
    } else {
        selected
    };
    let mut begin = 0;
    let mut pieces = Vec::new();
    for line in text.split_inclusive('\n') {
        let item = marks::item_of(line).map_or(0, |it| it.bytes);
        let from = selected.start.max(begin + item);
        let until = selected.end.min(begin + line.len());
        begin += line.len();
        let Some(words) = text.get(from..until) else {
            continue;
        };
        let from = from + words.len() - words.trim_start().len();
        let piece = from..from + words.trim().len();
        let is_only_stars = words.trim().replace(STARS, "").is_empty();
        if !is_only_stars {
            pieces.push(piece);
        }
    }
    pieces
}

/// The word a place is in.
fn word_at(text: &str, at: usize) -> Range<usize> {
    let in_word = |it: char| it.is_alphanumeric() || it == '-' || it == '\'' || it == '’';
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let back = before.len() - before.trim_end_matches(in_word).len();
    let on = after.len() - after.trim_start_matches(in_word).len();
    at - back..at + on
}

/// Bold words with their stars.
fn with_stars(run: &Range<usize>) -> Range<usize> {
    run.start - STARS.len()..run.end + STARS.len()
}

/// A piece, with the whole of every bold run it cuts into.
fn with_whole_runs(piece: Range<usize>, is_bold: &[Range<usize>]) -> Range<usize> {
    let runs = is_bold.iter().map(with_stars);
    let cut = runs.filter(|it| it.start < piece.end && piece.start < it.end);
    cut.fold(piece.clone(), |all, it| {
        all.start.min(it.start)..all.end.max(it.end)
    })
}

/// The byte at which a letter begins; the end where there is no such letter.
fn byte(text: &str, letter: usize) -> usize {
    let found = text.char_indices().nth(letter);
    found.map_or(text.len(), |(at, _)| at)
}

/// How many letters stand before a byte.
fn letters(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(0, |it| it.chars().count())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reads `|` as the cursor, or two of them as what is selected.
    fn read(text: &str) -> (String, Range<usize>) {
        let places: Vec<usize> = text
            .chars()
            .enumerate()
            .filter(|(_, it)| *it == '|')
            .map(|(at, _)| at)
            .collect();
        let start = places[0];
        let end = places.get(1).map_or(start, |it| it - 1);
        (text.replace('|', ""), start..end)
    }

    fn said(typed: Option<Typed>) -> String {
        let Some(Typed { text, selected }) = typed else {
            return "nothing".to_owned();
        };
        let mut letters: Vec<char> = text.chars().collect();
        letters.insert(selected.end, '|');
        if !selected.is_empty() {
            letters.insert(selected.start, '|');
        }
        letters.into_iter().collect()
    }

    #[test]
    fn enter_goes_on_with_a_list_and_ends_it() {
        for (before, after) in [
            ("- one|", "- one\n- |"),
            ("- one| two", "- one\n- | two"),
            ("  9. nine|\nnext", "  9. nine\n  10. |\nnext"),
            ("- one\n- |", "- one\n|"),
            ("- one\n- |\nrest", "- one\n|\nrest"),
            ("plain|", "nothing"),
            ("|- one", "nothing"),
        ] {
            let (text, cursor) = read(before);
            assert_eq!(said(enter(&text, cursor.start)), after, "{before:?}");
        }
    }

    #[test]
    fn bold_goes_on_and_off() {
        for (before, after) in [
            ("say |this| now", "say **|this|** now"),
            ("say **|this|** now", "say |this| now"),
            ("say |**this**| now", "say |this| now"),
            ("say th|is now", "say **|this|** now"),
            ("say **th|is** now", "say |this| now"),
            ("a **b |c** d| e", "a **|b c d|** e"),
            ("|- one\n- two|", "- **|one**\n- **two|**"),
            ("- **|one**\n- **two|**", "- |one\n- two|"),
            ("- |**one**\n- two|", "- **|one**\n- **two|**"),
            ("a | b", "nothing"),
        ] {
            let (text, selected) = read(before);
            assert_eq!(said(bold(&text, selected)), after, "{before:?}");
        }
    }

    proptest! {
        #[test]
        fn no_key_loses_a_word_of_any_text(text in "[-*•0-9. \nabəş]{0,40}", from in 0_usize..50, long in 0_usize..50) {
            let words = |text: &str| text.replace('*', "");
            if let Some(it) = bold(&text, from..from + long) {
                prop_assert_eq!(words(&it.text), words(&text));
                prop_assert!(it.selected.end <= it.text.chars().count());
            }
            if let Some(it) = enter(&text, from) {
                let shorter = it.text.chars().count() < text.chars().count();
                prop_assert!(shorter || it.text.chars().filter(|it| !text.contains(*it)).all(|it| it.is_ascii_digit() || it == '\n'));
                prop_assert!(it.selected.end <= it.text.chars().count());
            }
        }
    }
}
