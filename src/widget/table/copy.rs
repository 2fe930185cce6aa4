//! A selection as text that lands right in a spreadsheet.

/// Rows of cells as tab-separated lines.
pub fn tab_separated<R: IntoIterator<Item = String>>(rows: impl IntoIterator<Item = R>) -> String {
    let lines: Vec<String> = rows
        .into_iter()
        .map(|row| row.into_iter().map(cell).collect::<Vec<_>>().join("\t"))
        .collect();
    lines.join("\n")
}

/// One cell: on one line, and never a formula. What came from a file stays text wherever it goes.
fn cell(text: String) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_formula = line.starts_with(['=', '@'])
        || (line.starts_with(['+', '-']) && line.parse::<f64>().is_err());
    if is_formula { format!("'{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::tab_separated;

    #[test]
    fn cells_stay_in_their_cell_and_are_no_formulas() {
        let row = |cells: &[&str]| cells.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            tab_separated([row(&["USTR", "two\nlines\there"]), row(&["=1+1", "-5"])]),
            "USTR\ttwo lines here\n'=1+1\t-5"
        );
    }
}
