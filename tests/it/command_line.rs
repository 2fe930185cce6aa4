//! The command line: what it does, what it says, and how it ends.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop just there"
)]

use std::{
    io::Read as _,
    process::{Command, Output, Stdio},
};

use attache::{
    model::{id::Mint, meeting::Meeting, mission::Mission},
    sample::notation::from_notation,
    storage::{read, write::to_text},
};

use crate::support::folder::Folder;

const PROGRAM: &str = env!("CARGO_BIN_EXE_attache");

/// Runs the program in a folder.
fn attache(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(PROGRAM)
        .current_dir(folder.root())
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

fn clashing() -> String {
    let mission = from_notation(
        "delegate Aliyev [head]
         10:00 60 Call on Treasury @ Treasury: Aliyev, Guidera
         10:30 30 Call on EXIM     @ EXIM:     Aliyev, Todd",
    )
    .unwrap();
    to_text(&mission).unwrap()
}

/// A file of a few megabytes.
fn large() -> String {
    let (mut mission, mut mint) = (Mission::default(), Mint::counting_from(0));
    for _ in 0..10_000 {
        let notes = "Notes of a meeting. ".repeat(10);
        mission.meetings.insert(
            mint.id(),
            Meeting {
                notes,
                ..Meeting::default()
            },
        );
    }
    to_text(&mission).unwrap()
}

#[test]
fn help_names_every_command_and_every_exit_status() {
    let folder = Folder::new();
    let (status, out, _) = attache(&folder, &["--help"]);
    assert_eq!(status, Some(0));
    for word in [
        "sample",
        "check",
        "format",
        "[FILE]",
        "Exit status: 0",
        "window",
    ] {
        assert!(out.contains(word), "{word} is not in\n{out}");
    }
    for command in ["sample", "check", "format"] {
        assert_eq!(attache(&folder, &[command, "--help"]).0, Some(0));
    }
}

#[test]
fn a_mission_in_which_nothing_is_wrong_is_fine() {
    let folder = Folder::with("visit.ron", "(format: 1, title: \"Visit\")");
    let (status, out, complaint) = attache(&folder, &["check", "visit.ron", "--on", "2026-03-01"]);
    assert_eq!((status, complaint.as_str()), (Some(0), ""), "{out}");
    assert!(out.contains("0 errors"), "{out}");
}

#[test]
fn a_mission_with_errors_is_not_fine() {
    let folder = Folder::with("visit.ron", clashing());
    let (status, out, _) = attache(&folder, &["check", "visit.ron", "--on", "2026-03-01"]);
    assert_eq!(status, Some(1), "{out}");
    assert!(
        out.starts_with("error: Mon 9 March: ") && out.contains("Aliyev"),
        "{out}"
    );
}

#[test]
fn scripts_read_the_same_problems_as_json() {
    let folder = Folder::with("visit.ron", clashing());
    let (status, out, _) = attache(
        &folder,
        &["check", "visit.ron", "--json", "--on", "2026-03-01"],
    );
    assert_eq!(status, Some(1));
    let all: serde_json::Value = serde_json::from_str(&out).unwrap();
    let first = &all["problems"][0];
    assert_eq!(first["level"], "error");
    assert!(
        first["sentence"]
            .as_str()
            .is_some_and(|it| it.contains("Aliyev")),
        "{out}"
    );
    assert!(
        first["about"][0]["id"].is_string() && first["code"].is_string(),
        "{out}"
    );
}

#[test]
fn scripts_read_how_something_in_the_file_was_read() {
    let skipped = clashing().replace("2026-03-09T10:00-04:00", "2026-03-09T10:00+04:00");
    let folder = Folder::with("visit.ron", skipped);
    let (_, out, complaint) = attache(&folder, &["check", "visit.ron", "--json"]);
    let all: serde_json::Value = serde_json::from_str(&out).unwrap();
    let note = all["notes"][0].as_str().unwrap_or_default();
    assert!(note.contains("it is read as"), "{out}");
    assert!(complaint.contains(note), "{complaint}");
}

#[test]
fn what_cannot_be_done_is_one_sentence_then_detail() {
    let folder = Folder::with(
        "broken.ron",
        "(\n    format: 1,\n    titel: \"Visit\",\n)\n",
    );
    let (status, out, complaint) = attache(&folder, &["check", "missing.ron"]);
    assert_eq!((status, out.as_str()), (Some(2), ""));
    assert!(
        complaint.starts_with("attache: there is no file missing.ron\n"),
        "{complaint}"
    );
    let (status, _, complaint) = attache(&folder, &["format", "broken.ron"]);
    assert_eq!(status, Some(2));
    assert!(
        complaint.starts_with("attache: cannot open “broken.ron”: line 3, column 5"),
        "{complaint}"
    );
    assert!(complaint.contains('▲'), "{complaint}");
    assert!(folder.read("broken.ron").contains("titel"));
}

#[test]
fn what_it_does_not_know_it_does_not_do() {
    let folder = Folder::new();
    assert_eq!(attache(&folder, &["check"]).0, Some(2));
    assert_eq!(attache(&folder, &["check", "a.ron", "--jsno"]).0, Some(2));
    assert_eq!(
        attache(&folder, &["sample", "a.ron", "--scale", "0"]).0,
        Some(2)
    );
    assert_eq!(
        attache(&folder, &["sample", "a.ron", "--scale", "many"]).0,
        Some(2)
    );
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn a_misspelt_command_opens_no_window() {
    let folder = Folder::new();
    for (arguments, said) in [
        (vec!["chek", "visit.ron"], "is “check” meant?"),
        (vec!["chek", "visit.ron", "--json"], "is “check” meant?"),
        (vec!["formt"], "is “format” meant?"),
        (vec!["moon"], "“moon” is no command and no file here"),
        (
            vec!["check", "a.ron", "--on", "9.3.2026"],
            "“9.3.2026” is no day such as 2026-03-09",
        ),
    ] {
        let (status, _, complaint) = attache(&folder, &arguments);
        assert_eq!(status, Some(2), "{arguments:?}");
        assert!(complaint.contains(said), "{complaint}");
    }
    assert_eq!(attache(&folder, &["help"]).0, Some(0));
}

#[test]
fn text_from_a_file_forges_no_line_and_moves_no_cursor() {
    let mission = from_notation(
        "delegate Aliyev [head]
         10:00 60 Treasury @ Treasury: Aliyev, Guidera
         10:30 30 EXIM     @ EXIM:     Aliyev, Todd",
    );
    let mut mission = mission.unwrap();
    let ids: Vec<_> = mission.meetings.ids().collect();
    for id in ids {
        let title = "\u{1b}[2K\nerror: forged".to_owned();
        mission.meetings.change(id, |it| it.title = title);
    }
    let folder = Folder::with("visit.ron", to_text(&mission).unwrap());
    let (_, out, _) = attache(&folder, &["check", "visit.ron", "--on", "2026-03-01"]);
    assert!(
        !out.contains('\u{1b}') && !out.contains("\nerror: forged"),
        "{out}"
    );
    assert!(out.contains("\\u{1b}[2K\\nerror: forged"), "{out}");
    let (_, _, complaint) = attache(&folder, &["check", "\u{1b}[31m.ron"]);
    assert!(!complaint.contains('\u{1b}'), "{complaint}");
}

#[test]
fn what_a_planner_should_know_of_a_file_is_noted() {
    let file = "(format: 1, settings: (levels: {\"travel-to-short\": Off}))";
    let folder = Folder::with("visit.ron", file);
    let (status, _, complaint) = attache(&folder, &["check", "visit.ron"]);
    assert_eq!(status, Some(0));
    assert_eq!(
        complaint,
        "note: levels in the settings: no kind of problem is called “travel-to-short”; is “travel-too-short” meant?\n"
    );
}

#[test]
fn a_mission_may_come_through_a_pipe() {
    let folder = Folder::with("visit.ron", clashing());
    let piped = |arguments: &[&str]| {
        let file = std::fs::File::open(folder.path("visit.ron")).unwrap();
        let program = Command::new(PROGRAM).args(arguments).stdin(file).output();
        let program = program.unwrap();
        (program.status.code(), program.stdout)
    };
    assert_eq!(piped(&["check", "-", "--on", "2026-03-01"]).0, Some(1));
    assert_eq!(piped(&["format", "-"]), (Some(0), clashing().into_bytes()));
}

#[test]
fn a_file_that_is_written_so_already_is_left_untouched() {
    let folder = Folder::with("visit.ron", clashing());
    let written = || {
        let about = std::fs::metadata(folder.path("visit.ron")).unwrap();
        about.modified().unwrap()
    };
    let path = folder.path("visit.ron");
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
    let file = std::fs::File::options().write(true).open(path).unwrap();
    file.set_modified(long_ago).unwrap();
    assert_eq!(attache(&folder, &["format", "visit.ron"]).0, Some(0));
    assert_eq!(written(), long_ago);
}

#[test]
fn the_sample_is_a_mission_and_replaces_nothing() {
    let folder = Folder::with("mine.ron", "my work");
    assert_eq!(attache(&folder, &["sample", "sample.ron"]).0, Some(0));
    assert!(read::read(&folder.path("sample.ron")).is_ok());
    let (status, _, complaint) = attache(&folder, &["sample", "mine.ron"]);
    assert_eq!(status, Some(2));
    assert!(complaint.contains("already"), "{complaint}");
    assert_eq!(folder.read("mine.ron"), "my work");
}

#[test]
fn a_made_up_mission_has_as_many_meetings_as_one_asks_for_and_is_the_same_each_time() {
    let folder = Folder::new();
    assert_eq!(
        attache(&folder, &["sample", "a.ron", "--scale", "40"]).0,
        Some(0)
    );
    assert_eq!(
        attache(&folder, &["sample", "b.ron", "--scale", "40"]).0,
        Some(0)
    );
    assert_eq!(folder.read("a.ron"), folder.read("b.ron"));
    assert_eq!(
        read::read(&folder.path("a.ron"))
            .unwrap()
            .mission
            .meetings
            .len(),
        40
    );
}

#[test]
fn a_hand_edited_file_is_written_anew() {
    let hand = "(title: \"Visit\", // a note\n  format: 1, notes: \"\", people: {\"b\": (), \"a\": (given: \"Anar\")})";
    let folder = Folder::with("visit.ron", hand);
    let (status, out, _) = attache(&folder, &["format", "visit.ron", "--output", "-"]);
    assert_eq!((status, folder.read("visit.ron").as_str()), (Some(0), hand));
    assert_eq!(
        attache(&folder, &["format", "visit.ron", "--output", "true.ron"]).0,
        Some(0)
    );
    assert_eq!(folder.read("visit.ron"), hand);
    assert_eq!(attache(&folder, &["format", "visit.ron"]).0, Some(0));
    assert_eq!(folder.read("visit.ron"), folder.read("true.ron"));
    assert_eq!(folder.read("visit.ron"), out);
    assert!(
        out.starts_with("(\n    format: 1,\n    title: \"Visit\",\n"),
        "{out}"
    );
}

#[test]
fn a_reader_who_has_seen_enough_is_no_fault() {
    let folder = Folder::with("visit.ron", large());
    let mut program = Command::new(PROGRAM)
        .current_dir(folder.root())
        .args(["format", "visit.ron", "--output", "-"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    program
        .stdout
        .take()
        .unwrap()
        .read_exact(&mut first)
        .unwrap();
    let Output { status, stderr, .. } = program.wait_with_output().unwrap();
    assert_eq!(
        (status.code(), String::from_utf8_lossy(&stderr).as_ref()),
        (Some(0), "")
    );
}

#[test]
fn the_readme_names_every_kind_of_problem() {
    let readme = include_str!("../../README.md");
    let missing: Vec<_> = attache::insight::problem::RULES
        .iter()
        .map(|it| it.code)
        .filter(|code| !readme.contains(&format!("`{code}`")))
        .collect();
    assert!(missing.is_empty(), "not in the README: {missing:?}");
}
