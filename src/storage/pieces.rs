//! A mission file as a text: what is quoted in it, its comments, and what stands between them.

/// A piece of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A text in quotation marks, as it stands there, without the marks.
    Quoted(&'a str),
    /// What is written for people only.
    Comment(&'a str),
    /// Names, numbers, brackets.
    Other(&'a str),
}

/// Every piece with the byte it begins at.
pub fn pieces(text: &str) -> impl Iterator<Item = (usize, Piece<'_>)> {
    let mut rest = text;
    let mut is_after_r = false;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let at = text.len() - rest.len();
        let (length, piece) = first_piece(rest, is_after_r);
        let (this, after) = rest.split_at(length);
        is_after_r = this.ends_with('r');
        rest = after;
        Some((at, piece))
    })
}

/// The piece that a text begins with, and how long it is.
fn first_piece(text: &str, is_after_r: bool) -> (usize, Piece<'_>) {
    let until = |end: usize| text.get(..end).unwrap_or(text);
    if text.starts_with("//") {
        let length = text.find('\n').unwrap_or(text.len());
        (length, Piece::Comment(until(length)))
    } else if text.starts_with("/*") {
        let length = comment_length(text);
        (length, Piece::Comment(until(length)))
    } else if let Some(hashes) = hashes_before_a_quote(text, is_after_r) {
        let length = raw_length(text, hashes);
        (
            length,
            Piece::Quoted(inside(until(length).trim_matches('#'))),
        )
    } else if text.starts_with('"') {
        let length = quoted_length(text);
        (length, Piece::Quoted(inside(until(length))))
    } else {
        let mut letters = text.char_indices().skip(1);
        let next = letters.find(|(_, it)| matches!(it, '"' | '/' | '#'));
        let length = next.map_or(text.len(), |(at, _)| at);
        (length, Piece::Other(until(length)))
    }
}

/// A quoted text without its marks.
fn inside(quoted: &str) -> &str {
    let text = quoted.strip_prefix('"').unwrap_or(quoted);
    text.strip_suffix('"').unwrap_or(text)
}

/// How long a comment is that others may stand in; one without an end goes on to the end.
fn comment_length(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(rest) = text.get(at..).filter(|it| !it.is_empty()) {
        let step = rest.chars().next().map_or(1, char::len_utf8);
        at += if rest.starts_with("/*") {
            depth += 1;
            2
        } else if rest.starts_with("*/") {
            depth -= 1;
            2
        } else {
            step
        };
        if depth == 0 {
            break;
        }
    }
    at.min(text.len())
}

/// How long a quoted text is, in which a mark after a `\` is a letter.
fn quoted_length(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return at + 1,
            '\\' => drop(letters.next()),
            _ => {}
        }
    }
    text.len()
}

/// How many `#` stand before the mark of a text in which `\` is a letter: `r#"…"#`.
fn hashes_before_a_quote(text: &str, is_after_r: bool) -> Option<usize> {
    let quoted = text.trim_start_matches('#');
    (is_after_r && quoted.starts_with('"')).then(|| text.len() - quoted.len())
}

fn raw_length(text: &str, hashes: usize) -> usize {
    let end = format!("\"{}", "#".repeat(hashes));
    let opening = hashes + 1;
    let inside = text.get(opening..).unwrap_or_default();
    inside
        .find(&end)
        .map_or(text.len(), |at| opening + at + end.len())
}

/// The line and column that come after some text, counted from 1.
pub fn place_after(text: &str) -> (usize, usize) {
    let last = text.rsplit('\n').next().unwrap_or_default();
    (text.matches('\n').count() + 1, last.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_text_hides_what_looks_like_a_comment_and_the_other_way_round() {
        let text = r###"(a: "x // \" ə", /* "no" /* */ */ b: r#"y " \"#, // "end"
"###;
        let of = |wanted: fn(Piece<'_>) -> Option<&str>| {
            pieces(text)
                .filter_map(move |(_, it)| wanted(it))
                .collect::<Vec<_>>()
        };
        let quoted = of(|it| match it {
            Piece::Quoted(it) => Some(it),
            Piece::Comment(_) | Piece::Other(_) => None,
        });
        assert_eq!(quoted, [r#"x // \" ə"#, r#"y " \"#]);
        let comments = of(|it| match it {
            Piece::Comment(it) => Some(it),
            Piece::Quoted(_) | Piece::Other(_) => None,
        });
        assert_eq!(comments, [r#"/* "no" /* */ */"#, r#"// "end""#]);
    }

    #[test]
    fn the_pieces_are_the_whole_text_even_of_one_that_breaks_off() {
        for text in [
            "",
            "\"",
            "\"\\",
            "r#\"x",
            "/*",
            "/* /* */",
            "/",
            "r",
            "#\"",
            "ə/ə\"ə",
        ] {
            let mut last = 0;
            for (at, _) in pieces(text) {
                assert!(last <= at && text.is_char_boundary(at), "{text}");
                last = at;
            }
        }
    }
}
