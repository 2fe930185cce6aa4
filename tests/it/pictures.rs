//! Pictures of each page with the sample, by day and by night. They need a graphics driver.

use egui::{Key, Theme, vec2};
use egui_kittest::{SnapshotOptions, SnapshotResults};

use crate::support::desk::Desk;

/// Pixels that may differ: drivers round the edges of curves differently.
const MAY_DIFFER: usize = 600;

/// Each page and the key that goes there.
const PAGES: [(&str, Key); 8] = [
    ("overview", Key::Num1),
    ("schedule", Key::Num2),
    ("meetings", Key::Num3),
    ("contacts", Key::Num4),
    ("topics", Key::Num5),
    ("follow-ups", Key::Num6),
    ("instruments", Key::Num7),
    ("problems", Key::Num8),
];

/// Whether pictures can be taken here. In CI they must be: there a missing driver is a failure.
fn has_driver(desk: &mut Desk) -> bool {
    let failure = desk.harness.render().err();
    let Some(failure) = failure else { return true };
    let required = std::env::var_os("ATTACHE_PICTURES").is_some_and(|it| it == "required");
    assert!(
        !required,
        "pictures are required here, and there is no graphics driver: {failure}"
    );
    eprintln!("no picture was compared: there is no graphics driver ({failure})");
    false
}

fn pages_in(theme: Theme, mode: &str) {
    let mut desk = Desk::sized(vec2(1440.0, 900.0), theme);
    if !has_driver(&mut desk) {
        return;
    }
    desk.show(attache::sample::washington());
    let options = SnapshotOptions::new().max_failed_pixels(MAY_DIFFER);
    let mut results = SnapshotResults::new();
    for (page, key) in PAGES {
        desk.ctrl(key);
        results.add(
            desk.harness
                .try_snapshot_options(format!("{page}-{mode}"), &options),
        );
    }
    results.unwrap();
}

#[test]
fn every_page_by_day() {
    pages_in(Theme::Light, "light");
}

#[test]
fn every_page_by_night() {
    pages_in(Theme::Dark, "dark");
}

#[test]
fn an_empty_window_says_what_can_be_done() {
    let mut desk = Desk::sized(vec2(1024.0, 640.0), Theme::Light);
    if has_driver(&mut desk) {
        let options = SnapshotOptions::new().max_failed_pixels(MAY_DIFFER);
        desk.harness.snapshot_options("welcome-small", &options);
    }
}
