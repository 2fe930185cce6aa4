//! The house stands: every room imports only from the rooms it may, and no file grows past reading.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop just there"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What each room may import of ours. A room may always import itself.
const MAY: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("insight", &["model"]),
    ("edit", &["model"]),
    ("sample", &["model"]),
    ("document", &["model", "edit"]),
    ("merge", &["model", "insight"]),
    ("arrange", &["model", "insight"]),
    ("exchange", &["model", "insight"]),
    ("publish", &["model", "insight"]),
    ("storage", &["model"]),
    ("widget", &["model"]),
    ("view", &["model", "insight", "edit", "widget"]),
    (
        "cli",
        &[
            "model", "insight", "edit", "sample", "document", "merge", "arrange", "exchange",
            "publish", "storage",
        ],
    ),
    (
        "app",
        &[
            "model", "insight", "edit", "sample", "document", "merge", "arrange", "exchange",
            "publish", "storage", "widget", "view",
        ],
    ),
];

/// Words that only the named rooms may say: the window, the disk, the clock, threads, chance.
const ONLY: &[(&str, &[&str])] = &[
    ("egui", &["widget", "view", "app"]),
    ("egui_extras", &["widget", "view", "app"]),
    ("eframe", &["app"]),
    ("rfd", &["app"]),
    ("std::fs", &["storage"]),
    ("fs::", &["storage"]),
    ("tempfile", &["storage"]),
    ("std::thread", &["app"]),
    ("thread::spawn", &["app"]),
    ("Timestamp::now", &["cli", "app"]),
    ("Zoned::now", &["cli", "app"]),
    ("SystemTime", &["app"]),
    ("Instant::now", &["app"]),
    ("fastrand", &["cli", "app"]),
    ("println!", &[]),
    ("dbg!", &[]),
    ("clap", &["cli"]),
];

/// Colours and sizes of type that are said anywhere but in the theme.
const LOOKS: &[&str] = &[
    "Color32::from_rgb",
    "Color32::from_gray",
    "Color32::from_rgba",
    "Color32::from_black",
    "Color32::from_white",
    "Color32::BLACK",
    "Color32::WHITE",
    "Color32::RED",
    "Color32::GREEN",
    "Color32::BLUE",
    "Color32::YELLOW",
    "Color32::GRAY",
    "Rgba::from",
    "hex_color!",
    "FontId::new(",
    "FontId::proportional(",
    "FontId::monospace(",
];

/// Where looks are decided.
const THEME: &str = "widget/theme.rs";

/// Lines before the tests; a longer file is two rooms.
const LONGEST_FILE: usize = 500;

#[test]
fn rooms_import_only_what_they_may() {
    let mut faults = Vec::new();
    for Source {
        path, room, code, ..
    } in sources()
    {
        let Some((_, may)) = MAY.iter().find(|(name, _)| *name == room) else {
            if !room.is_empty() {
                faults.push(format!("{path}: `{room}` is no room of the house"));
            }
            continue;
        };
        for target in rooms_named_in(&code) {
            let is_room = MAY.iter().any(|(name, _)| *name == target);
            if is_room && target != room && !may.contains(&target.as_str()) {
                faults.push(format!("{path}: `{room}` may not import `{target}`"));
            }
        }
        for (word, rooms) in ONLY {
            if says(&code, word) && !rooms.contains(&room.as_str()) {
                faults.push(format!("{path}: `{word}` may only be named in {rooms:?}"));
            }
        }
    }
    none(faults);
}

#[test]
fn no_file_is_too_long_and_each_begins_by_saying_what_it_is() {
    let mut faults = Vec::new();
    for Source { path, text, .. } in sources() {
        let lines = before_tests(&text).lines().count();
        if LONGEST_FILE < lines {
            faults.push(format!("{path}: {lines} lines, at most {LONGEST_FILE}"));
        }
        if !text.starts_with("//! ") {
            faults.push(format!("{path}: no `//!` line that says what it is"));
        }
    }
    none(faults);
}

#[test]
fn every_thing_is_named_where_it_lives() {
    let mut faults = Vec::new();
    for Source {
        path, room, code, ..
    } in sources()
    {
        for line in code
            .lines()
            .map(str::trim)
            .filter(|it| it.starts_with("pub use crate::"))
        {
            if rooms_named_in(line).iter().any(|it| *it != room) {
                faults.push(format!("{path}: `{line}` gives out what is another room's"));
            }
        }
    }
    none(faults);
}

#[test]
fn colours_and_sizes_of_type_are_decided_in_the_theme() {
    let mut faults = Vec::new();
    for Source { path, code, .. } in sources().into_iter().filter(|it| it.path != THEME) {
        for word in LOOKS.iter().filter(|it| code.contains(**it)) {
            faults.push(format!("{path}: `{word}` belongs into {THEME}"));
        }
        let is_number = |it: &str| it.starts_with(|first: char| first.is_ascii_digit());
        if code.split(".size(").skip(1).any(is_number) {
            faults.push(format!(
                "{path}: a size of type in numbers belongs into {THEME}"
            ));
        }
    }
    none(faults);
}

#[test]
fn the_house_notices_what_it_looks_for() {
    let code = "use crate::{\n    model::id::{Id, AnyId},\n    storage::read,\n};\nfn f() { crate::view::all() }";
    assert_eq!(rooms_named_in(code), ["model", "storage", "view"]);
    assert!(
        says("use egui::Ui;", "egui") && !says("my_egui", "egui") && !says("egui_extras", "egui")
    );
    assert!(says("fs::read(path)", "fs::") && !says("offs::read", "fs::"));
    assert!(!without_comments("let a = 1; // egui\n/// egui\n").contains("egui"));
}

#[track_caller]
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The rooms that come first in a `crate::…` path, also inside `use crate::{a, b::{c, d}}`.
fn rooms_named_in(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = code.split_at(at + path.len()).1;
        let Some(group) = rest.strip_prefix('{') else {
            rooms.push(identifier(rest));
            continue;
        };
        let (mut depth, mut fresh) = (0, true);
        for (at, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => fresh = true,
                _ if fresh && !letter.is_whitespace() => {
                    rooms.push(identifier(group.split_at(at).1));
                    fresh = false;
                }
                _ => {}
            }
        }
    }
    rooms
}

fn identifier(text: &str) -> String {
    text.chars()
        .take_while(|it| it.is_alphanumeric() || *it == '_')
        .collect()
}

/// Whether code names a word, and not only a longer one that has it inside.
fn says(code: &str, word: &str) -> bool {
    let of_a_name = |it: Option<char>| it.is_some_and(|it| it.is_alphanumeric() || it == '_');
    let open_ended = !of_a_name(word.chars().next_back());
    code.match_indices(word).any(|(at, _)| {
        let (before, rest) = code.split_at(at);
        let after = rest.split_at(word.len()).1;
        !of_a_name(before.chars().next_back()) && (open_ended || !of_a_name(after.chars().next()))
    })
}

fn without_comments(text: &str) -> String {
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

fn before_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default()
}

/// One file under `src`: its room is the folder it is in, none for `lib.rs` and `main.rs`.
struct Source {
    path: String,
    room: String,
    text: String,
    /// What it says before its tests, without comments.
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                found.push(source(&root, &path));
            }
        }
    }
    let tests: Vec<String> = found.iter().flat_map(test_modules).collect();
    let is_test = |path: &str| {
        let of = |module: &String| path.strip_prefix(module.as_str());
        let inside = tests.iter().filter_map(of);
        inside
            .into_iter()
            .any(|it| it == ".rs" || it.starts_with('/'))
    };
    found.retain(|it| !is_test(&it.path));
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(10 < found.len(), "no sources under src");
    found
}

/// The files and folders, without endings, that a file declares as tests alone: what a test may name is not
/// the house's concern.
fn test_modules(source: &Source) -> Vec<String> {
    let folder = match source.path.rsplit_once('/') {
        Some((folder, _)) => folder,
        None => "",
    };
    let declared = source.text.split("#[cfg(test)]\n").skip(1);
    declared
        .filter_map(|it| it.lines().next()?.strip_suffix(';'))
        .filter_map(|it| it.rsplit_once("mod "))
        .map(|(_, name)| format!("{folder}/{name}"))
        .collect()
}

fn source(root: &Path, path: &Path) -> Source {
    let inside = path.strip_prefix(root).unwrap();
    let room = match inside.components().count() {
        1 => String::new(),
        _ => inside
            .iter()
            .next()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
    };
    let text = fs::read_to_string(path).unwrap();
    Source {
        path: inside.to_string_lossy().replace('\\', "/"),
        room,
        code: without_comments(before_tests(&text)),
        text,
    }
}
