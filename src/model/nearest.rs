//! The word that was meant by one that nobody knows.

/// The name that was probably meant: the one that differs least, if it differs little.
pub fn nearest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    let found: Vec<char> = found.to_lowercase().chars().collect();
    known
        .iter()
        .map(|it| (steps(&found, it), *it))
        .filter(|(steps, _)| 2 * *steps <= found.len())
        .min()
        .map(|(_, it)| it)
}

/// How many letters must be changed, added or taken away to make one word of another.
fn steps(from: &[char], to: &str) -> usize {
    let mut row: Vec<usize> = (0..=from.len()).collect();
    for (down, letter) in to.chars().flat_map(char::to_lowercase).enumerate() {
        let mut diagonal = down;
        let mut left = down + 1;
        let mut next = vec![left];
        for (above, other) in row.iter().skip(1).zip(from) {
            let changed = diagonal + usize::from(letter != *other);
            left = changed.min(left + 1).min(above + 1);
            next.push(left);
            diagonal = *above;
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
