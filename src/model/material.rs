//! Files that a mission names, materials of meetings and photos: which are documents, and where they lie.

use std::path::{Path, absolute};

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

/// The path of a file from the folder of the mission's file on, where it is written from the root and lies in it.
///
/// Nothing is looked up on the disk: a window may ask.
pub fn from_folder(folder: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(absolute(folder).ok()?).ok()?;
    let parts: Vec<_> = inside.iter().map(|it| it.to_string_lossy()).collect();
    Some(parts.join("/")).filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_from_the_root_is_told_from_the_folder_of_the_mission_on() {
        let folder = absolute("visits").expect("a folder");
        let told = |path: &str| from_folder(&folder, &folder.join(path));
        assert_eq!(
            told("photos/aliyev.png").as_deref(),
            Some("photos/aliyev.png")
        );
        assert_eq!(told(""), None);
        assert_eq!(from_folder(&folder, Path::new("aliyev.png")), None);
        assert_eq!(from_folder(&folder.join("warsaw"), &folder), None);
    }

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
