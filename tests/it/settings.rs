//! What is remembered between two starts.

use std::path::{Path, PathBuf};

use attache::model::mission::Mission;
use attache::storage::{
    lists::{ColumnSettings, FilterSettings, ListSettings},
    settings::{Settings, ThemeChoice, WindowPlace, load, store},
};
use egui::{Key, Modifiers};

use crate::{
    stage::washington,
    support::{desk::Desk, folder::Folder, hands},
};

#[test]
fn settings_come_back_as_they_were_stored() {
    let folder = Folder::new();
    let mut settings = Settings {
        theme: ThemeChoice::Dark,
        text_percent: 125,
        window: Some(WindowPlace {
            x: -20,
            width: 1440,
            height: 900,
            ..WindowPlace::default()
        }),
        inspector_shown: false,
        ..Settings::default()
    };
    settings.remember(PathBuf::from("səfər.ron"));
    let list = ListSettings {
        is_board: true,
        group: "status".to_owned(),
        sort: vec![("when".to_owned(), true)],
        columns: vec![ColumnSettings {
            key: "title".to_owned(),
            is_shown: true,
            width: Some(240),
        }],
        filters: vec![FilterSettings {
            name: "“Əliyev”, today".to_owned(),
            typed: "əliyev".to_owned(),
            filters: vec!["status: Confirmed".to_owned()],
        }],
    };
    settings.lists.insert("meetings".to_owned(), list);
    let inside = folder.path("not/there/yet");
    store(&inside, &settings).expect("stored");
    assert_eq!(load(&inside), (settings, None));
}

#[test]
fn a_first_start_has_settings_and_nothing_to_warn_of() {
    assert_eq!(load(Folder::new().root()), (Settings::default(), None));
}

#[test]
fn broken_settings_are_those_of_a_first_start_with_a_warning() {
    for broken in ["", "(theme: Pink)", "(theme", "\u{0}", "[1, 2]"] {
        let folder = Folder::with("settings.ron", broken);
        let (settings, warning) = load(folder.root());
        assert_eq!(settings, Settings::default());
        assert!(
            warning.is_some_and(|it| it.starts_with("the settings could not be read")),
            "{broken}"
        );
    }
    let folder = Folder::with("settings.ron", b"\xff\xfe");
    assert!(load(folder.root()).1.is_some());
}

#[test]
fn settings_of_another_version_keep_what_is_known() {
    let folder = Folder::with(
        "settings.ron",
        "(moon: Waxing, theme: Light, text_percent: 0, window: (width: 1, height: 1))",
    );
    let (settings, warning) = load(folder.root());
    assert_eq!(settings.theme, ThemeChoice::Light);
    assert_eq!(warning, None);
    assert_eq!((settings.text_percent, settings.window), (80, None));
}

#[test]
fn a_list_is_at_the_next_start_as_it_was_left() {
    let folder = Folder::new();
    let mut desk = Desk::of_planner(folder.root(), washington());
    desk.ctrl(Key::Num3);
    assert!(!desk.sees("Sort by Topics") && desk.sees("Sort by Lead"));
    desk.click("Columns");
    desk.click("Topics");
    desk.click("Lead");
    desk.click("Move Topics up");
    desk.key(Key::Escape);
    desk.click("Sort by Status");
    hands::choose(&mut desk.harness, "Group by day", "Organisation");
    drop(desk);

    let mut desk = Desk::of_planner(folder.root(), washington());
    desk.ctrl(Key::Num3);
    assert!(desk.sees("Sort by Topics") && !desk.sees("Sort by Lead"));
    assert!(desk.sees("Sort by Status, ascending now"));
    assert!(desk.sees("Group by organisation"));
    desk.click("Columns");
    desk.click("As they were at first");
    desk.key(Key::Escape);
    desk.click("Board");
    desk.show(washington());
    assert!(
        desk.sees("Confirmed, 4 cards"),
        "another mission, the same planner"
    );
    desk.click("Table");
    assert!(!desk.sees("Sort by Topics") && desk.sees("Sort by Lead"));
}

#[test]
fn filters_with_a_name_come_back_where_they_mean_something() {
    let lists = r#"(lists: {"meetings": (filters: [
        (name: "Energy alone", typed: "ustda", filters: ["Topic(\"energy\")"]),
        (name: "Of tomorrow", filters: ["Moon(Full)"]),
    ])})"#;
    let folder = Folder::with("settings.ron", lists);
    let mut desk = Desk::of_planner(folder.root(), washington());
    desk.ctrl(Key::Num3);
    assert!(
        !desk.sees("Of tomorrow"),
        "only a later version knows what it means"
    );
    desk.click("Energy alone");
    assert!(desk.sees("topic is Energy") && desk.sees("USTDA") && !desk.sees("DFC"));
    desk.click("All");
    desk.type_into("Filter meetings", "visa");
    desk.click("Save these filters…");
    desk.click("Save");
    desk.show(Mission::default());
    desk.ctrl(Key::M);
    desk.ctrl(Key::Num3);
    assert!(
        !desk.sees("Energy alone"),
        "that topic is of another mission"
    );
    assert!(desk.sees("Visa"));
    drop(desk);

    let (settings, _) = load(folder.root());
    let saved = &settings.lists.get("meetings").expect("remembered").filters;
    let names: Vec<&str> = saved.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Energy alone", "Of tomorrow", "Visa"]);
    assert_eq!(
        saved[1].filters,
        ["Moon(Full)"],
        "kept for the version that knows it"
    );
    assert_eq!(saved[0].filters, ["Topic(\"energy\")"]);
}

#[test]
fn lists_that_make_no_sense_do_no_harm() {
    let lists = r#"(lists: {"meetings": (group: "moon", sort: [("tide", true)], columns: [
        (key: "tide", is_shown: true, width: Some(0)), (key: "title", is_shown: false, width: Some(65535)),
    ])})"#;
    let folder = Folder::with("settings.ron", lists);
    let mut desk = Desk::of_planner(folder.root(), washington());
    desk.ctrl(Key::Num3);
    assert!(desk.sees("Sort by When") && desk.sees("Group by day"));
    desk.keys(Modifiers::NONE, Key::Tab);
}

#[test]
fn ten_files_are_remembered_the_last_one_first() {
    let mut settings = Settings::default();
    for count in 0..12 {
        settings.remember(PathBuf::from(format!("{count}.ron")));
    }
    settings.remember(PathBuf::from("5.ron"));
    assert_eq!(settings.recent.len(), 10);
    assert_eq!(
        settings.recent.first().map(|it| it.as_path()),
        Some(Path::new("5.ron"))
    );
    assert_eq!(settings.last_file.as_deref(), Some(Path::new("5.ron")));
    settings.forget(Path::new("5.ron"));
    assert_eq!((settings.recent.len(), settings.last_file), (9, None));
}
