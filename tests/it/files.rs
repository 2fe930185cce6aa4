//! Opening and saving mission files.

use std::fs;

use attache::{
    model::mission::Mission,
    sample::notation::from_notation,
    storage::{
        error::{OpenError, SaveError},
        read, write,
    },
};
use proptest::prelude::*;

use crate::support::{any_mission::any_mission, folder::Folder};

/// A mission of one meeting.
fn small() -> Mission {
    from_notation("10:00 60 Call on EXIM @ EXIM: Aliyev, Todd [room 5]").expect("a mission")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mission_reads_as_it_was_written(mission in any_mission()) {
        let text = write::to_text(&mission).expect("a mission is text");
        let back = read::from_bytes(text.as_bytes()).map_err(|why| {
            TestCaseError::fail(format!("{why}\n{}", why.around().unwrap_or_default()))
        })?;
        prop_assert_eq!(&back, &mission);
        prop_assert_eq!(write::to_text(&back).expect("still text"), text);
    }
}

#[test]
fn the_file_is_one_field_a_line_with_its_format_first() {
    let mission = Mission {
        title: "Azerbaijan's “visit”".to_owned(),
        ..small()
    };
    insta::assert_snapshot!(write::to_text(&mission).expect("text"));
}

#[test]
fn a_saved_mission_opens_again_with_its_fingerprint() {
    let folder = Folder::new();
    let saved = write::save(&folder.path("visit.ron"), &small()).expect("saved");
    let opened = read::read(&folder.path("visit.ron")).expect("opened");
    assert_eq!(opened.mission, small());
    assert_eq!(opened.notes, [""; 0]);
    assert_eq!(opened.fingerprint, saved.fingerprint);
    assert_eq!(saved.path, folder.path("visit.ron"));
    assert_ne!(opened.fingerprint, read::fingerprint(b"something else"));
}

#[test]
fn saving_leaves_one_file() {
    let folder = Folder::with("visit.ron", "old");
    write::save(&folder.path("visit.ron"), &small()).expect("saved");
    assert_eq!(folder.names(), ["visit.ron"]);
    assert!(
        folder
            .read("visit.ron")
            .starts_with("(\n    format: 1,\n    title: \"Test visit\",\n")
    );
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let text = write::to_text(&small())
        .expect("text")
        .replace('\n', "\r\n");
    let opened = read::from_bytes(format!("\u{feff}{text}").as_bytes()).expect("opened");
    assert_eq!(opened, small());
}

#[test]
fn a_file_of_the_first_format_still_opens() {
    let frozen = include_bytes!("../data/format-1.ron");
    let opened = read::open(frozen).expect("format 1 is read for ever");
    let mission = opened.mission;
    assert_eq!(mission.title, "Everything that format 1 can say");
    assert_eq!(
        [
            mission.organisations.len(),
            mission.people.len(),
            mission.places.len(),
            mission.travel.iter().count(),
            mission.topics.len(),
            mission.sessions.len(),
            mission.meetings.len(),
            mission.instruments.len(),
            mission.follow_ups.len(),
        ],
        [1; 9]
    );
}

/// What is noted about a mission of one item that starts so.
fn notes_of(start: &str) -> Vec<String> {
    let text = format!(
        "(format: 1,\n meetings: {{\"exim\": (title: \"start: \\\"1\\\"\", when: At(\n  start: \"{start}\", minutes: 30))}})"
    );
    read::open(text.as_bytes()).expect("a mission").notes
}

#[test]
fn a_time_that_is_on_no_clock_is_noted_with_what_it_is_read_as() {
    assert_eq!(
        notes_of("2026-03-08T02:30-05:00[America/New_York]"),
        [
            "line 3: “2026-03-08T02:30-05:00[America/New_York]” is on no clock there; it is read as 2026-03-08T03:30-04:00[America/New_York]"
        ]
    );
    assert_eq!(
        notes_of("2026-03-10T09:00+04:00[America/New_York]"),
        [
            "line 3: “2026-03-10T09:00+04:00[America/New_York]” is on no clock there; it is read as 2026-03-10T09:00-04:00[America/New_York]"
        ]
    );
    for fine in [
        "2026-03-10T09:00-04:00[America/New_York]",
        "2026-03-10T09:00:00-04:00[America/New_York]",
        "2026-11-01T01:30-05:00[America/New_York]",
        "2026-03-10T13:00Z[America/New_York]",
    ] {
        assert_eq!(notes_of(fine), [""; 0], "{fine}");
    }
}

#[test]
fn comments_which_saving_does_not_keep_are_noted_once() {
    let text = "(format: 1,\n title: \"http://energy\", // ask\n /* and */ notes: \"\")";
    assert_eq!(
        read::open(text.as_bytes()).expect("a mission").notes,
        ["line 2: a comment like this one is left out when the file is written again"]
    );
}

#[test]
fn a_failed_save_leaves_nothing_behind() {
    let folder = Folder::new();
    fs::create_dir(folder.path("visit.ron")).expect("a folder in the way");
    let refused = write::save(&folder.path("visit.ron"), &small());
    assert!(
        matches!(refused, Err(SaveError::IsFolder(_))),
        "{refused:?}"
    );
    let refused = write::save(&folder.path("nowhere/visit.ron"), &small());
    assert!(
        matches!(refused, Err(SaveError::NoFolder(_))),
        "{refused:?}"
    );
    assert_eq!(folder.names(), ["visit.ron"]);
}

#[test]
fn a_file_that_is_read_only_is_not_replaced() {
    let folder = Folder::with("visit.ron", "old");
    let mut permissions = fs::metadata(folder.path("visit.ron"))
        .expect("there")
        .permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.path("visit.ron"), permissions).expect("ours");
    let refused = write::save(&folder.path("visit.ron"), &small());
    assert!(
        matches!(refused, Err(SaveError::ReadOnly(_))),
        "{refused:?}"
    );
    assert_eq!(folder.read("visit.ron"), "old");
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_not_replaced() {
    let folder = Folder::new();
    let path = folder.path("visit.ron");
    let saved = write::save(&path, &small()).expect("saved");
    let known = Some(saved.fingerprint);
    folder.write("visit.ron", "theirs");
    let refused = write::save_over(&path, &small(), known);
    assert!(
        matches!(refused, Err(SaveError::ChangedOutside(_))),
        "{refused:?}"
    );
    assert_eq!(folder.read("visit.ron"), "theirs");
    fs::remove_file(&path).expect("ours");
    write::save_over(&path, &small(), known).expect("what is gone cannot be lost");
    let same = write::save_over(&path, &small(), Some(0));
    same.expect("nothing is lost when the same is there already");
}

#[test]
fn a_name_that_no_disk_takes_is_an_error_and_no_fault() {
    let folder = Folder::new();
    let refused = write::save(&folder.path(&"n".repeat(300)), &small());
    assert!(refused.is_err());
    assert!(folder.names().is_empty());
}

#[test]
fn what_is_no_file_is_told_apart() {
    let folder = Folder::new();
    let missing = read::read(&folder.path("visit.ron"));
    assert!(matches!(missing, Err(OpenError::Missing(_))), "{missing:?}");
    let is_folder = read::read(folder.root());
    assert!(
        matches!(is_folder, Err(OpenError::IsFolder(_))),
        "{is_folder:?}"
    );
}

#[cfg(unix)]
mod unix {
    use std::{
        os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _, chown, symlink},
        path::Path,
        process::Command,
    };

    use super::*;

    #[test]
    fn permissions_stay_as_they_were() {
        let folder = Folder::with("visit.ron", "old");
        let path = folder.path("visit.ron");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("ours");
        write::save(&path, &small()).expect("saved");
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }

    #[test]
    fn a_link_is_followed_and_stays_a_link() {
        let folder = Folder::with("real.ron", "old");
        symlink("real.ron", folder.path("second")).expect("a link");
        symlink(folder.path("second"), folder.path("link.ron")).expect("a link to it");
        let saved = write::save(&folder.path("link.ron"), &small()).expect("saved");
        assert_eq!(saved.path, folder.path("real.ron"));
        assert!(folder.path("link.ron").is_symlink() && folder.path("second").is_symlink());
        assert!(folder.read("real.ron").starts_with('('));
        assert_eq!(folder.names(), ["link.ron", "real.ron", "second"]);
    }

    #[test]
    fn a_link_in_a_circle_is_an_error() {
        let folder = Folder::new();
        symlink("b", folder.path("a")).expect("a link");
        symlink("a", folder.path("b")).expect("and back");
        let refused = write::save(&folder.path("a"), &small());
        assert!(matches!(refused, Err(SaveError::Circle(_))), "{refused:?}");
        let refused = read::read(&folder.path("a"));
        assert!(matches!(refused, Err(OpenError::Circle(_))), "{refused:?}");
    }

    #[test]
    fn a_pipe_is_neither_waited_for_nor_replaced() {
        let folder = Folder::new();
        let made = Command::new("mkfifo").arg(folder.path("pipe")).status();
        assert!(made.is_ok_and(|it| it.success()));
        symlink("pipe", folder.path("link.ron")).expect("a link");
        for name in ["pipe", "link.ron"] {
            let refused = read::read(&folder.path(name));
            assert!(
                matches!(refused, Err(OpenError::NotAFile(_))),
                "{refused:?}"
            );
            let refused = write::save(&folder.path(name), &small());
            assert!(
                matches!(refused, Err(SaveError::NotAFile(_))),
                "{refused:?}"
            );
        }
        let kept = fs::metadata(folder.path("pipe")).expect("still there");
        assert!(kept.file_type().is_fifo());
    }

    #[test]
    fn the_group_that_shares_a_file_keeps_it() {
        let folder = Folder::with("visit.ron", "old");
        let path = folder.path("visit.ron");
        // Only who may do everything can give a file to anybody; to all others it stays as it was.
        let _given_where_one_may = chown(&path, Some(4321), Some(1234));
        let owner = |path: &Path| fs::metadata(path).map(|it| (it.uid(), it.gid())).ok();
        let before = owner(&path);
        write::save(&path, &small()).expect("saved");
        assert_eq!(owner(&path), before);
    }

    /// A folder that is there on every Linux, and in which nobody may make a file, whoever they are.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_in_which_nobody_may_write_is_named() {
        let refused = write::save(Path::new("/sys/visit.ron"), &small());
        assert!(
            matches!(&refused, Err(SaveError::NotAllowed(folder)) if folder == Path::new("/sys")),
            "{refused:?}"
        );
    }

    #[test]
    fn a_read_only_folder_keeps_the_old_file_from_whoever_it_binds() {
        let folder = Folder::with("visit.ron", "old");
        let binds = folder.make_read_only();
        let saved = write::save(&folder.path("visit.ron"), &small());
        if binds {
            assert!(matches!(saved, Err(SaveError::NotAllowed(_))), "{saved:?}");
            assert_eq!(folder.read("visit.ron"), "old");
            assert_eq!(folder.names(), ["visit.ron"]);
        } else {
            saved.expect("no permission stops who may do everything");
            assert!(folder.read("visit.ron").starts_with('('));
        }
    }

    #[test]
    fn a_file_one_may_not_read_says_so_to_whoever_may_not() {
        let folder = Folder::with("visit.ron", "secret");
        let path = folder.path("visit.ron");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("ours");
        let may_read = fs::File::open(&path).is_ok();
        let refused = read::read(&path).expect_err("no mission, whoever reads it");
        assert_ne!(may_read, matches!(refused, OpenError::NotAllowed(_)));
    }
}
