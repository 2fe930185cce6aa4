//! Text as a spreadsheet copies it: its cells in rows, and what each column says.

use std::fmt::Debug;

use jiff::civil::Date;

use super::cells::clean;

/// A choice of what a column says: its name, and how its head begins in lists that come from elsewhere.
pub type Head<S> = (S, &'static str, &'static [&'static str]);

/// What is the same in every list: a column that says nothing, and the heads of those that count the rows.
pub(super) const fn left_out<S>(nothing: S) -> Head<S> {
    (nothing, "Left out", &["no", "№", "#", "n°", "nr"])
}

/// A day that is the nearest to any other is a day all the same.
pub(super) const ANY_DAY: Date = Date::constant(2026, 1, 1);

/// What a column can say of one sort of thing.
pub trait Says: Copy + PartialEq + Debug + 'static {
    /// It says nothing that is taken in.
    const NOTHING: Self;
    /// Everything it can say.
    const ALL: &'static [Head<Self>];

    /// What columns without heads say, by what stands in them.
    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self>;
    /// Whether a cell of it can name several, each in a line of its own.
    fn is_several(self) -> bool {
        false
    }
    /// Corrects what heads say that can mean two things, by what stands under them.
    fn correct(_columns: &mut [Self], _rows: &[Vec<String>]) {}
    /// Whether it is what the row is called by.
    fn is_name(self) -> bool;

    /// What it is called.
    fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(it, ..)| *it == self);
        found.map_or("", |(_, name, _)| name)
    }
}

/// Rows of cells, and what each column says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted<S> {
    /// What each column says.
    pub columns: Vec<S>,
    /// The rows, without the head.
    pub rows: Vec<Vec<String>>,
}

impl<S> Default for Pasted<S> {
    fn default() -> Self {
        Self {
            columns: Vec::new(),
            rows: Vec::new(),
        }
    }
}

/// Reads rows as a spreadsheet copies them: cells between tabs, or else between semicolons.
pub fn read<S: Says>(text: &str) -> Pasted<S> {
    let separator = if text.contains('\t') { '\t' } else { ';' };
    let mut rows = cells(text, separator);
    rows.retain(|row| row.iter().any(|it| !it.trim().is_empty()));
    let whole = |row: &Vec<String>| row.iter().map(|it| clean(it)).collect();
    let lines = rows.clone();
    let mut rows: Vec<Vec<String>> = rows.iter().map(whole).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let heads: Vec<Option<S>> = rows
        .first()
        .map(|row| row.iter().map(|it| head(it)).collect())
        .unwrap_or_default();
    let is_headed = heads.iter().flatten().any(|it| *it != S::NOTHING)
        && heads.iter().flatten().count() * 2 >= heads.len().min(4);
    let columns = if is_headed {
        rows.remove(0);
        let known = |at: usize| heads.get(at).copied().flatten();
        let said = (0..width).map(|at| known(at).unwrap_or(S::NOTHING));
        let mut columns: Vec<S> = said.collect();
        S::correct(&mut columns, &rows);
        columns
    } else {
        S::guess(&rows, width)
    };
    let heads = lines.len() - rows.len();
    for (row, lines) in rows.iter_mut().zip(lines.iter().skip(heads)) {
        for ((cell, lines), says) in row.iter_mut().zip(lines).zip(&columns) {
            if says.is_several() && lines.contains('\n') {
                let lines = lines.lines().map(clean).filter(|it| !it.is_empty());
                *cell = lines.collect::<Vec<_>>().join("; ");
            }
        }
    }
    Pasted { columns, rows }
}

/// Cells in rows. Inside quotes a line break is a part of its cell, and two quotes are one.
fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) else {
            break;
        };
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            it if it == separator && !is_quoted => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            it => cell.push(it),
        }
    }
    if is_quoted {
        // A quote that is never closed is a letter, or one cell would swallow all that follow.
        return cells(&text.replace('"', "”"), separator);
    }
    rows
}

/// What a head says, if it is one.
fn head<S: Says>(cell: &str) -> Option<S> {
    let cell = cell.to_lowercase();
    let cell = cell.trim_end_matches([':', '*', '.']);
    if cell.is_empty() || 4 < cell.split(' ').count() {
        return None;
    }
    let found = S::ALL.iter().find(|(.., heads)| heads.contains(&cell));
    let longer = || {
        // “E-mail address”, “Company / organisation”: longer heads begin with a word that says it.
        S::ALL.iter().find(|(says, _, heads)| {
            *says != S::NOTHING && heads.iter().any(|it| 2 < it.len() && begins_with(cell, it))
        })
    };
    found.or_else(longer).map(|(says, ..)| *says)
}

/// Whether a head begins with a word, or with a form of it: `Post address` with “post”, but not `Postal address`.
fn begins_with(head: &str, word: &str) -> bool {
    /// Of plurals, and of what belongs to something in Azerbaijani.
    const ENDINGS: [&str; 13] = [
        "lar", "lər", "es", "s", "sı", "si", "su", "sü", "ı", "i", "u", "ü", "",
    ];
    let Some(rest) = head.strip_prefix(word) else {
        return false;
    };
    ENDINGS.iter().any(|ending| {
        let rest = rest.strip_prefix(ending);
        rest.is_some_and(|it| !it.starts_with(char::is_alphabetic))
    })
}

/// Whether most of what stands in a column fits.
pub(super) fn most_fit(rows: &[Vec<String>], at: usize, fits: impl Fn(&str) -> bool) -> bool {
    let cells: Vec<&String> = rows.iter().filter_map(|row| row.get(at)).collect();
    let filled = cells.iter().filter(|it| !it.is_empty()).count();
    let fitting = cells.iter().filter(|it| !it.is_empty() && fits(it)).count();
    filled > 0 && fitting * 2 > filled
}

/// Whether a cell holds words.
pub(super) fn has_letters(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}

/// Lets the first column that says nothing yet, and of which most cells fit, say this.
pub(super) fn say_first<S: Says>(
    columns: &mut [S],
    rows: &[Vec<String>],
    says: S,
    fits: impl Fn(&str) -> bool,
) {
    let is_free = |(at, it): &(usize, &mut S)| **it == S::NOTHING && most_fit(rows, *at, &fits);
    if let Some((_, place)) = columns.iter_mut().enumerate().find(is_free) {
        *place = says;
    }
}
