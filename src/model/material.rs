//! Materials of meetings: lines of text, of which some name files.

/// The endings of files that one reads or looks at, and that run nothing when they are opened.
pub const DOCUMENTS: [&str; 26] = [
    "pdf", "doc", "docx", "odt", "rtf", "txt", "md", "xls", "xlsx", "ods", "csv", "tsv", "ppt",
    "pptx", "odp", "pages", "numbers", "key", "png", "jpg", "jpeg", "gif", "webp", "eml", "ics",
    "vcf",
];

/// What the file of a line is called, if the line names a document and nothing that may run.
pub fn document(line: &str) -> Option<&str> {
    let line = line.trim();
    let name = line.rsplit(['/', '\\']).next()?;
    let (stem, ending) = name.rsplit_once('.')?;
    let is_known = DOCUMENTS.iter().any(|it| it.eq_ignore_ascii_case(ending));
    let is_on_the_web = line.contains("://");
    (!stem.is_empty() && is_known && !is_on_the_web).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::document;

    #[test]
    fn only_what_is_read_or_looked_at_is_a_document() {
        assert_eq!(document("Briefs/USTR brief.PDF "), Some("USTR brief.PDF"));
        assert_eq!(document(r"C:\visit\deck.pptx"), Some("deck.pptx"));
        for line in [
            "20 printed brochures",
            "setup.exe",
            "brief.pdf.sh",
            ".pdf",
            "https://example.org/brief.pdf",
            "",
        ] {
            assert_eq!(document(line), None, "{line}");
        }
    }
}
