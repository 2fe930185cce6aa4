//! What the marks in a plain text mean: lists, numbered lists, and words in bold.
//!
//! The text stays what was typed: `- ` and `1. ` begin an item of a list, `**` stand around what is bold.
//! Every letter belongs to one run, so that what is drawn and what is typed never part.

use std::ops::Range;

/// What stands around bold words.
pub const STARS: &str = "**";

/// What a run of letters is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Text.
    Plain,
    /// Bold text.
    Bold,
    /// The two stars before or after bold text.
    Stars,
    /// What begins an item of a list, with the blank after it.
    Item,
}

/// Letters that are one thing, by their bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Which letters.
    pub range: Range<usize>,
    /// What they are.
    pub mark: Mark,
}

/// What begins an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// How many bytes stand before it: how deep it is.
    pub blanks: usize,
    /// Its length, blanks before and after it included.
    pub bytes: usize,
    /// Its number; none where it is a dash or a dot.
    pub number: Option<u32>,
}

/// What a line begins with, when it is an item of a list.
pub fn item_of(line: &str) -> Option<Item> {
    let rest = line.trim_start_matches([' ', '\t']);
    let blanks = line.len() - rest.len();
    if let Some(dot) = ["- ", "• "].iter().find(|it| rest.starts_with(**it)) {
        return Some(Item {
            blanks,
            bytes: blanks + dot.len(),
            number: None,
        });
    }
    let (digits, after) = rest.split_once(". ")?;
    // Three digits: a year at the head of a sentence begins no list.
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| is_number)?;
    Some(Item {
        blanks,
        bytes: line.len() - after.len(),
        number: Some(number),
    })
}

/// Everything in a text, in order and without a gap.
pub fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let item = item_of(line).map_or(0, |it| it.bytes);
        push(&mut runs, at..at + item, Mark::Item);
        bold(&mut runs, line, at, item);
        at += line.len();
    }
    runs
}

/// Where the bold words of a text stand, without their stars.
pub fn bold_in(text: &str) -> Vec<Range<usize>> {
    let bold = runs(text).into_iter().filter(|it| it.mark == Mark::Bold);
    bold.map(|it| it.range).collect()
}

/// A text without its stars, as it is read aloud.
pub fn spoken(text: &str) -> String {
    let said = runs(text).into_iter().filter(|it| it.mark != Mark::Stars);
    said.filter_map(|it| text.get(it.range)).collect()
}

/// The runs of one line from a place on; `begin` is where the line begins in the whole text.
fn bold(runs: &mut Vec<Run>, line: &str, begin: usize, from: usize) {
    let mut from = from;
    let mut seen = from;
    while let Some(open) = find(line, seen) {
        let inner = open + STARS.len();
        let Some(close) = find(line, inner) else {
            break;
        };
        let words = line.get(inner..close).unwrap_or_default();
        let after = close + STARS.len();
        let star_beside = line.get(after..).is_some_and(|it| it.starts_with('*'))
            || line.get(..open).is_some_and(|it| it.ends_with('*'));
        // A pair with nothing in it yet is bold, too. Words may end in a blank: more may follow, while one types.
        if words.trim_start() != words || (words.is_empty() && star_beside) {
            seen = inner;
            continue;
        }
        push(runs, begin + from..begin + open, Mark::Plain);
        push(runs, begin + open..begin + inner, Mark::Stars);
        push(runs, begin + inner..begin + close, Mark::Bold);
        push(runs, begin + close..begin + after, Mark::Stars);
        (from, seen) = (after, after);
    }
    push(runs, begin + from..begin + line.len(), Mark::Plain);
}

/// Where the next two stars stand.
fn find(line: &str, from: usize) -> Option<usize> {
    line.get(from..)?.find(STARS).map(|it| from + it)
}

fn push(runs: &mut Vec<Run>, range: Range<usize>, mark: Mark) {
    if !range.is_empty() {
        runs.push(Run { range, mark });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(text: &str) -> String {
        let run = |it: Run| {
            let words = text.get(it.range).unwrap_or("?");
            match it.mark {
                Mark::Plain => words.to_owned(),
                Mark::Bold => format!("<{words}>"),
                Mark::Stars => String::new(),
                Mark::Item => format!("[{words}]"),
            }
        };
        runs(text).into_iter().map(run).collect()
    }

    #[test]
    fn lists_and_bold_words_are_found() {
        for (text, expected) in [
            ("plain", "plain"),
            ("- one\n- two", "[- ]one\n[- ]two"),
            ("  • deeper", "[  • ]deeper"),
            ("1. first\n12. twelfth", "[1. ]first\n[12. ]twelfth"),
            ("2026. A year", "2026. A year"),
            ("-no blank", "-no blank"),
            ("say **this** now", "say <this> now"),
            ("- **Ask**: when?", "[- ]<Ask>: when?"),
            ("2 ** 3 ** 4", "2 ** 3 ** 4"),
            ("**open\nnever closed**", "**open\nnever closed**"),
            ("**** **a**", " <a>"),
            ("******", "******"),
            ("go **on **", "go <on >"),
            ("**Əliyev** və **Şükürov**", "<Əliyev> və <Şükürov>"),
        ] {
            assert_eq!(said(text), expected);
        }
    }

    #[test]
    fn stars_are_not_read_aloud() {
        assert_eq!(spoken("- **Ask** for ** it"), "- Ask for ** it");
    }

    proptest! {
        #[test]
        fn every_letter_of_any_text_is_in_one_run(text in "[-*•0-9. \n\tabəş]{0,60}") {
            let whole: String = runs(&text).into_iter().filter_map(|it| text.get(it.range)).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
