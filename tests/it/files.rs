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
    use std::os::unix::fs::{PermissionsExt as _, symlink};

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

    /// Said in place of a test; that the error is told from others is tested beside it, for everybody.
    const NOTHING_IS_FORBIDDEN: &str =
        "not shown here: these tests are run by somebody whom no permission stops";

    #[test]
    fn a_link_in_a_circle_is_an_error() {
        let folder = Folder::new();
        symlink("b", folder.path("a")).expect("a link");
        symlink("a", folder.path("b")).expect("and back");
        assert!(write::save(&folder.path("a"), &small()).is_err());
        assert!(read::read(&folder.path("a")).is_err());
    }

    #[test]
    fn a_read_only_folder_keeps_the_old_file() {
        let folder = Folder::with("visit.ron", "old");
        if !folder.make_read_only() {
            eprintln!("{NOTHING_IS_FORBIDDEN}");
            return;
        }
        let refused = write::save(&folder.path("visit.ron"), &small());
        assert!(
            matches!(refused, Err(SaveError::NotAllowed(_))),
            "{refused:?}"
        );
        assert_eq!(folder.read("visit.ron"), "old");
        assert_eq!(folder.names(), ["visit.ron"]);
    }

    #[test]
    fn a_file_one_may_not_read_says_so() {
        let folder = Folder::with("visit.ron", "secret");
        let path = folder.path("visit.ron");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("ours");
        if fs::File::open(&path).is_ok() {
            eprintln!("{NOTHING_IS_FORBIDDEN}");
            return;
        }
        assert!(matches!(read::read(&path), Err(OpenError::NotAllowed(_))));
    }
}
