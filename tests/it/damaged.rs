//! Files that are no missions, or were: each is refused with a sentence and a place, and none ends the program.

use attache::storage::{
    error::OpenError,
    read::{from_bytes, read},
};

use crate::support::folder::Folder;

/// A small mission, with places for faults.
const SMALL: &str = r#"(
    format: 1,
    title: "Visit",
    people: {
        "aliyev": (
            given: "Elnur",
            family: "Aliyev",
        ),
    },
    meetings: {
        "exim": (
            title: "EXIM",
            status: Confirmed,
            when: At(
                start: "2026-03-10T11:45-04:00[America/New_York]",
                minutes: 45,
            ),
            participations: [
                (
                    person: "aliyev",
                    role: Lead,
                ),
            ],
        ),
    },
)
"#;

/// What is said about the small mission with one place changed.
#[track_caller]
fn check(from: &str, to: &str, said: &str) {
    let text = SMALL.replacen(from, to, 1);
    assert_ne!(text, SMALL, "{from} is in it");
    let refused = from_bytes(text.as_bytes()).expect_err(to);
    assert_eq!(refused.to_string(), said);
    assert!(!refused.advice().is_empty());
}

#[test]
fn a_field_that_is_misspelt_is_named_with_the_one_that_was_meant() {
    check(
        "title: \"EXIM\"",
        "titel: \"EXIM\"",
        "line 12, column 13: there is no field “titel” here; is “title” meant?",
    );
    check(
        "title: \"Visit\"",
        "colour: \"blue\"",
        "line 3, column 5: there is no field “colour” here",
    );
}

#[test]
fn a_choice_that_does_not_exist_is_named_with_the_one_that_was_meant() {
    check(
        "Confirmed",
        "Confirmd",
        "line 13, column 21: “Confirmd” is not one of the choices; is “Confirmed” meant?",
    );
}

#[test]
fn a_file_that_ends_in_the_middle_of_a_word_ends_too_early() {
    let (text, _) = SMALL.split_once("med").expect("it is confirmed");
    for text in [text.to_owned(), format!("{text}\n\n")] {
        let refused = from_bytes(text.as_bytes()).expect_err("it is cut off");
        let said = refused.to_string();
        assert!(said.contains("the file ends too early"), "{said}");
    }
    let whole = SMALL.replace("Confirmed", "Confir");
    let refused = from_bytes(whole.as_bytes()).expect_err("no such status");
    assert!(!refused.to_string().contains("too early"), "{refused}");
}

#[test]
fn the_place_is_shown_with_the_lines_around_it() {
    let text = SMALL.replace("Confirmed", "Confirmd");
    let refused = from_bytes(text.as_bytes()).expect_err("no such status");
    insta::assert_snapshot!(refused.around().unwrap_or_default());
}

#[test]
fn a_long_line_is_shown_around_its_fault() {
    let text = format!(
        "(format: 1, title: \"{}\", colour: 3, notes: \"{}\")",
        "ə".repeat(500),
        "ş".repeat(500)
    );
    let refused = from_bytes(text.as_bytes()).expect_err("no such field");
    let around = refused.around().unwrap_or_default();
    assert!(around.contains("colour: 3"), "{around}");
    assert!(
        around.lines().all(|it| it.chars().count() < 120),
        "{around}"
    );
    let lines: Vec<&str> = around.lines().collect();
    let mark = lines[1].chars().position(|it| it == '▲');
    let word = lines[0]
        .split_once("colour")
        .map(|(before, _)| before.chars().count());
    assert_eq!(mark, word);
}

#[test]
fn values_that_cannot_be_are_explained() {
    check(
        "minutes: 45",
        "minutes: 0",
        "line 16, column 26: here belongs a number from 1 to 65535, but there is the number 0",
    );
    check(
        "2026-03-10T11:45-04:00[America/New_York]",
        "tomorrow",
        "line 15, column 24: “tomorrow” is not a start with its zone, such as 2026-03-10T09:00-04:00[America/New_York]",
    );
    check(
        "\"exim\": (",
        "\"EXIM!\": (",
        "line 11, column 9: “EXIM!” is no id: an id is 1 to 12 of a–z, 0–9 and -",
    );
}

#[test]
fn days_times_and_numbers_are_refused_in_plain_words_with_a_mark_under_them() {
    check(
        "title: \"Visit\"",
        "first_day: \"9 March\"",
        "line 3, column 16: “9 March” is no day such as 2026-03-09",
    );
    check(
        "title: \"Visit\"",
        "first_day: \"2026-02-30\"",
        "line 3, column 16: “2026-02-30” is no day such as 2026-03-09",
    );
    check(
        "title: \"Visit\"",
        "settings: (day_from: \"8\")",
        "line 3, column 26: “8” is no time such as 09:30:00",
    );
    check(
        "title: \"Visit\"",
        "settings: (brief_days: F)",
        "line 3, column 28: a whole number belongs here, and “F” is no digit",
    );
    check(
        "title: \"Visit\"",
        "settings: (brief_days: -3)",
        "line 3, column 28: a number here is never below 0",
    );
    check(
        "title: \"Visit\"",
        "level: -3",
        "line 3, column 12: a name belongs here, but there is “-3”",
    );
    check(
        "title: \"Visit\"",
        "/* title: \"Visit\"",
        "line 3, column 5: a comment that begins here with /* has no */ at its end",
    );
    check(
        "format: 1",
        "format: -1",
        "line 2, column 13: a number here is never below 0",
    );
    check(
        "format: 1",
        "format: 99999999999",
        "this file was saved by a newer Attaché (format 99999999999; this one reads up to 1)",
    );
}

#[test]
fn what_is_left_open_or_out_is_said() {
    check(
        "title: \"Visit\",",
        "title: \"Visit\"",
        "line 4, column 5: a comma is missing",
    );
    check(
        "\"Visit\"",
        "\"Visit",
        "line 5, column 10: a comma is missing",
    );
    check(
        "person: \"aliyev\",",
        "",
        "line 22, column 17: the field “person” is missing",
    );
    check(
        "format: 1,",
        "",
        "line 1, column 1: the field “format” is missing; a mission begins with “format: 1”",
    );
    check(
        "format: 1,",
        "format: 1, title: \"Twice\",",
        "line 3, column 5: the field “title” is given twice",
    );
}

#[test]
fn an_id_or_a_person_given_twice_is_refused() {
    let twice = "\"aliyev\": (\n            given: \"Another\",\n        ),\n        \"aliyev\": (";
    check(
        "\"aliyev\": (",
        twice,
        "line 8, column 9: “aliyev” is given twice",
    );
    check(
        "role: Lead,\n                ),",
        "role: Lead,\n                ),\n                (\n                    person: \"aliyev\",\n                ),",
        "line 26, column 14: a person stands twice in one item",
    );
}

#[test]
fn a_weight_of_problems_given_twice_is_refused() {
    check(
        "title: \"Visit\",",
        "settings: (levels: {\"long-day\": Off, \"long-day\": Error}),",
        "line 3, column 42: “long-day” is given twice",
    );
}

#[test]
fn a_conflict_that_a_merge_left_is_said_plainly() {
    check(
        "    title: \"Visit\",\n",
        "<<<<<<< ours\n    title: \"Visit\",\n=======\n    title: \"Trip\",\n>>>>>>> theirs\n",
        "line 3: two versions of this file were merged, and a conflict is left here",
    );
}

#[test]
fn a_newer_file_names_the_versions() {
    check(
        "format: 1,",
        "format: 7, moon_phase: Waxing(gibbous: 0.7), tags: {\"a\"},",
        "this file was saved by a newer Attaché (format 7; this one reads up to 1)",
    );
}

#[track_caller]
fn refused(bytes: &[u8]) -> String {
    from_bytes(bytes).expect_err("no mission").to_string()
}

#[test]
fn what_is_no_mission_at_all_is_told_apart() {
    assert_eq!(refused(b""), "this file is empty");
    assert_eq!(refused(b"\xef\xbb\xbf \r\n"), "this file is empty");
    assert_eq!(
        refused(b"PK\x03\x04\x00\x00\x08\x00"),
        "this is not a text file, so it is no mission"
    );
    assert_eq!(
        refused(b"(format: 1,\n title: \"a\0b\")"),
        "line 2, column 11: a byte that is 0 belongs in no text"
    );
    assert_eq!(
        refused(b"\xff\xfe(\0f\0"),
        "line 1, column 1: this is not text in UTF-8"
    );
    assert_eq!(
        refused(
            "(format: 1,\n title: \"Əliyev\", notes: \"\u{e4}"
                .as_bytes()
                .strip_suffix(b"\xa4")
                .unwrap_or_default()
        ),
        "line 2, column 27: this is not text in UTF-8"
    );
    assert_eq!(
        refused(b"Dear colleague,\nplease find"),
        "line 1, column 1: “Dear” does not belong here"
    );
    assert_eq!(
        refused(b"{\"format\": 1}"),
        "line 1, column 1: a “(” is missing"
    );
    assert_eq!(
        refused(b"(format: 1) and more"),
        "line 1, column 13: something follows after the end of the mission"
    );
}

#[test]
fn a_file_larger_than_any_mission_is_not_read() {
    let folder = Folder::with("huge.ron", "(format: 1)");
    std::fs::File::options()
        .write(true)
        .open(folder.path("huge.ron"))
        .and_then(|it| it.set_len(65 * 1024 * 1024))
        .expect("a file may have a hole");
    assert_eq!(
        read(&folder.path("huge.ron"))
            .expect_err("too large")
            .to_string(),
        "this file has 65 MB; no mission is larger than 64 MB"
    );
}

#[test]
fn brackets_without_end_do_not_fill_the_stack() {
    for bracket in ["[", "(", "{", "Some(", "((format: 1, x: "] {
        for before in [
            "",
            "(format: 1, ",
            "(format: 1, title: ",
            "(format: 1, meetings: {\"a\": (topics: ",
        ] {
            let text = format!("{before}{}", bracket.repeat(100_000));
            assert!(from_bytes(text.as_bytes()).is_err());
        }
    }
}

/// Numbers that look thrown, the same every time.
struct Throws(u64);

impl Throws {
    fn of(&mut self, many: usize) -> usize {
        // Knuth's MMIX constants: enough to spread faults over a file.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % many.max(1)
    }
}

/// The file with one fault of one of several sorts.
fn damaged(file: &[u8], throws: &mut Throws) -> Vec<u8> {
    const BRACKETS: &[u8] = b"()[]{}\",:";
    let mut bytes = file.to_vec();
    let at = throws.of(bytes.len());
    match throws.of(6) {
        0 => bytes.truncate(at),
        1 => bytes[at] ^= 1 << throws.of(8),
        2 => {
            let until = (at + 1 + throws.of(200)).min(bytes.len());
            bytes.drain(at..until);
        }
        3 => {
            let piece = bytes[at..(at + throws.of(300)).min(bytes.len())].to_vec();
            let to = throws.of(bytes.len());
            bytes.splice(to..to, piece);
        }
        4 => {
            let marks: Vec<usize> = (0..bytes.len())
                .filter(|it| BRACKETS.contains(&bytes[*it]))
                .collect();
            bytes[marks[throws.of(marks.len())]] = BRACKETS[throws.of(BRACKETS.len())];
        }
        _ => bytes.insert(at, u8::try_from(throws.of(256)).unwrap_or_default()),
    }
    bytes
}

#[test]
fn hundreds_of_damaged_files_are_refused_with_a_place_or_read() {
    let file = include_bytes!("../data/format-1.ron");
    let mut throws = Throws(7);
    let mut refused = 0;
    for _ in 0..800 {
        let bytes = damaged(file, &mut throws);
        let Err(why) = from_bytes(&bytes) else {
            continue; // A letter of a name was changed: that is for the planner to see.
        };
        refused += 1;
        match &why {
            OpenError::NotAMission {
                line,
                column,
                what,
                around,
            } => {
                assert!(0 < *line && 0 < *column && !what.is_empty(), "{why}");
                assert!(around.contains('▲'), "{why}\n{around}");
            }
            OpenError::NotUtf8 { line, column } => assert!(0 < *line && 0 < *column),
            OpenError::Binary | OpenError::Empty | OpenError::Newer { .. } => {}
            other => panic!("{other}"),
        }
    }
    assert!(500 < refused, "{refused}");
}
