//! What is remembered between two starts.

use std::path::{Path, PathBuf};

use attache::storage::settings::{Settings, ThemeChoice, WindowPlace, load, store};

use crate::support::folder::Folder;

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
