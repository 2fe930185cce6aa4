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
    if let Some(Typed { text, selected }) = out_of_bold(text, at) {
        let cursor = selected.start;
        return enter(&text, cursor).or_else(|| new_line(&text, cursor));
    }
    let (before, after) = text.split_at_checked(at)?;
    let begin = line_begin(text, at);
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

/// A line ends where the cursor is.
fn new_line(text: &str, cursor: usize) -> Option<Typed> {
    let (before, after) = text.split_at_checked(byte(text, cursor))?;
    Some(at_letter(format!("{before}\n{after}"), cursor + 1))
}

/// Bold words end with their line: a cursor in them comes behind their stars, and what stood after it gets its own.
fn out_of_bold(text: &str, at: usize) -> Option<Typed> {
    if let Some(open) = opened_before(text, at) {
        return close(text, open, at);
    }
    let inside = |it: &Range<usize>| it.start < at && at < it.end;
    let run = marks::bold_in(text).into_iter().find(inside)?;
    let (before, after) = (text.get(run.start..at)?, text.get(at..run.end)?);
    let head = format!(
        "{}{}{STARS}",
        text.get(..run.start)?,
        before.trim_end_matches(BLANKS)
    );
    let rest = after.trim_start_matches(BLANKS);
    let cursor = head.chars().count();
    // Nothing but a blank stood behind the cursor: there is nothing to make bold on the new line.
    let text = if rest.is_empty() {
        format!("{head}{}", text.get(run.end + STARS.len()..)?)
    } else {
        format!("{head}{STARS}{rest}{}", text.get(run.end..)?)
    };
    Some(at_letter(text, cursor))
}

/// What may stand between words of one line.
const BLANKS: [char; 2] = [' ', '\t'];

/// Makes what is selected bold, or no longer bold when it is. Nothing is selected then, so that what is typed next
/// takes the place of nothing.
///
/// Without a selection it switches: what is typed from here on is bold, or no longer is. In the middle of a word it
/// is the word that becomes another.
pub fn bold(text: &str, selected: Range<usize>) -> Option<Typed> {
    if selected.is_empty() {
        return switch(text, byte(text, selected.start));
    }
    let selected = byte(text, selected.start)..byte(text, selected.end);
    let (text, last) = restyle(text, selected)?;
    let cursor = letters(&text, last);
    Some(at_letter(text, cursor))
}

/// What is typed next becomes bold, or no longer is.
fn switch(text: &str, at: usize) -> Option<Typed> {
    if let Some(open) = opened_before(text, at) {
        return close(text, open, at);
    }
    let is_bold = marks::bold_in(text);
    let holds = |it: &&Range<usize>| with_stars(it).start < at && at < it.end;
    if let Some(run) = is_bold.iter().find(holds) {
        let (text_now, _) = restyle(text, run.clone())?;
        let cursor = letters(text, at.max(run.start)) - STARS.len();
        return Some(at_letter(text_now, cursor));
    }
    let just_behind = |it: &&Range<usize>| it.end < at && at <= with_stars(it).end;
    if let Some(run) = is_bold.iter().find(just_behind) {
        return Some(at_letter(text.to_owned(), letters(text, run.end)));
    }
    let word = word_at(text, at);
    if word.start < at && at < word.end {
        let (text_now, _) = restyle(text, word)?;
        return Some(at_letter(text_now, letters(text, at) + STARS.len()));
    }
    let begin = line_begin(text, at);
    let item = marks::item_of(text.get(begin..)?.lines().next().unwrap_or_default());
    let at = at.max(begin + item.map_or(0, |it| it.bytes));
    let (before, after) = text.split_at_checked(at)?;
    let cursor = letters(text, at) + STARS.len();
    Some(at_letter(format!("{before}{STARS}{STARS}{after}"), cursor))
}

/// Where the stars stand whose pair closes at this place: bold words end here, or nothing stands between the two yet.
fn opened_before(text: &str, at: usize) -> Option<usize> {
    let is_bold = marks::bold_in(text);
    let ends = |it: &&Range<usize>| it.end <= at && at < with_stars(it).end;
    if let Some(run) = is_bold.iter().find(ends) {
        return Some(with_stars(run).start);
    }
    let (before, after) = text.split_at_checked(at)?;
    let line = before.get(line_begin(text, at)..)?;
    let open = before.len() - line.len() + line.rfind(STARS)?;
    let closes_others = is_bold
        .iter()
        .any(|it| it.end <= open && open < with_stars(it).end);
    (after.starts_with(STARS) && !closes_others).then_some(open)
}

/// Steps behind the stars that close bold words, and takes blanks along, which are never bold. An empty pair goes.
fn close(text: &str, open: usize, at: usize) -> Option<Typed> {
    let inner = open + STARS.len();
    // Between the two stars of a mark one is at its words' end.
    let at = inner + text.get(inner..at)?.trim_end_matches('*').len();
    let words = text.get(inner..at)?;
    let head = text.get(..open)?;
    let rest = text.get(at + STARS.len()..)?;
    let bold = words.trim();
    let before = if bold.is_empty() {
        format!("{head}{words}")
    } else {
        let lead = words.len() - words.trim_start().len();
        let (lead, trail) = (words.get(..lead)?, words.get(lead + bold.len()..)?);
        format!("{head}{lead}{STARS}{bold}{STARS}{trail}")
    };
    let cursor = before.chars().count();
    Some(at_letter(before + rest, cursor))
}

/// A text with the cursor before a letter.
fn at_letter(text: String, letter: usize) -> Typed {
    Typed {
        text,
        selected: letter..letter,
    }
}

/// Makes a piece of a text bold, or no longer bold when all of it is. Returns the text, and the byte behind the last
/// words that are another now.
fn restyle(text: &str, selected: Range<usize>) -> Option<(String, usize)> {
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
    let mut last = None;
    let mut copied = 0;
    for piece in pieces {
        let (span, stars) = match holder(&piece) {
            Some(run) if all_are => (with_stars(&run), ""),
            Some(run) => (with_stars(&run), STARS),
            None => (with_whole_runs(piece, &is_bold), STARS),
        };
        // Two pieces in one bold run change it once.
        if span.start < copied {
            continue;
        }
        next.push_str(text.get(copied..span.start)?);
        next.push_str(stars);
        next.push_str(&text.get(span.clone())?.replace(STARS, ""));
        next.push_str(stars);
        last = Some(next.len());
        copied = span.end;
    }
    next.push_str(text.get(copied..)?);
    Some((next, last?))
}

/// Where the line of a place begins.
fn line_begin(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(0, |it| it + 1)
}

/// The words of each line that are to be bold: what is selected of it, without blanks and without a list's mark.
fn pieces(text: &str, selected: Range<usize>) -> Vec<Range<usize>> {
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
            ("say |this| now", "say **this**| now"),
            ("say **|this|** now", "say this| now"),
            ("say |**this**| now", "say this| now"),
            ("say th|is now", "say **th|is** now"),
            ("say **th|is** now", "say th|is now"),
            ("say *|*this** now", "say |this now"),
            ("a **b |c** d| e", "a **b c d**| e"),
            ("|- one\n- two|", "- **one**\n- **two**|"),
            ("- **|one**\n- **two|**", "- one\n- two|"),
            ("- |**one**\n- two|", "- **one**\n- **two**|"),
            ("say | |now", "nothing"),
        ] {
            let (text, selected) = read(before);
            assert_eq!(said(bold(&text, selected)), after, "{before:?}");
        }
    }

    #[test]
    fn with_nothing_selected_bold_is_switched_on_and_off_for_what_is_typed_next() {
        for (before, after) in [
            ("- Offtake for |", "- Offtake for **|**"),
            ("- Offtake for **|**", "- Offtake for |"),
            ("- for **copper|**", "- for **copper**|"),
            ("- for **copper**|", "- for **copper|**"),
            ("for **copper |** now", "for **copper** | now"),
            ("for ** copper|** now", "for  **copper**| now"),
            ("for ** |**", "for  |"),
            ("**a** and **|**", "**a** and |"),
            ("**a** b|", "**a** b**|**"),
            ("|- one", "- **|**one"),
            ("|", "**|**"),
        ] {
            let (text, selected) = read(before);
            assert_eq!(said(bold(&text, selected)), after, "{before:?}");
        }
    }

    #[test]
    fn bold_words_end_with_their_line() {
        for (before, after) in [
            ("- **one|**", "- **one**\n- |"),
            ("**one|** two", "**one**\n| two"),
            ("**one |two** on", "**one**\n|**two** on"),
            ("- one **|**", "- one \n- |"),
            ("**one| **", "**one**\n|"),
        ] {
            let (text, cursor) = read(before);
            assert_eq!(said(enter(&text, cursor.start)), after, "{before:?}");
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
