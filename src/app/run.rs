//! Opening the window: one renderer, and where it cannot start, the other.

use std::{
    path::PathBuf,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;
use jiff::Timestamp;

use super::{App, Ask, Picked, Surroundings};
use crate::{
    model::{id::Mint, material::DOCUMENTS},
    storage::settings,
};

/// The program's mark, for the desktop.
const ICON: &[u8] = include_bytes!("../../assets/icon.png");
/// The window at first, in points.
const FIRST_SIZE: [f32; 2] = [1440.0, 900.0];
/// The smallest window in which everything still works.
const SMALLEST_SIZE: [f32; 2] = [800.0, 560.0];
/// Nobody sees a dialog and cancels it in less time than this.
const SOONEST: Duration = Duration::from_millis(250);
/// Nothing could be done (see the command line in the README).
const COULD_NOT: u8 = 2;

/// Why there is no window, or none any more.
#[derive(Debug, PartialEq, Eq)]
enum Trouble {
    /// It never showed anything: another renderer may do better.
    NoStart(String),
    /// It broke down while somebody worked in it.
    BrokeDown(String),
}

/// Opens the window with a file, or with what was open last; returns when it is closed.
pub fn run(file: Option<PathBuf>) -> ExitCode {
    let mut tried = Vec::new();
    for (renderer, name) in [(Renderer::Wgpu, "wgpu"), (Renderer::Glow, "OpenGL")] {
        match open_window(renderer, file.clone()) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(Trouble::NoStart(error)) => tried.push(format!("{name}: {error}")),
            Err(Trouble::BrokeDown(error)) => {
                eprintln!(
                    "attache: the window broke down ({error}), and changes since the last save are lost; the file is as it was saved last. Please tell us what you did just before"
                );
                return ExitCode::from(COULD_NOT);
            }
        }
    }
    eprintln!(
        "attache: no window could be opened; is there a display? The commands work without one, see attache --help"
    );
    for reason in tried {
        eprintln!("  tried {reason}");
    }
    ExitCode::from(COULD_NOT)
}

fn open_window(renderer: Renderer, file: Option<PathBuf>) -> Result<(), Trouble> {
    let frames = Arc::new(AtomicUsize::new(0));
    let counter = frames.clone();
    let folder = settings::folder();
    let (remembered, _) = folder.as_deref().map(settings::load).unwrap_or_default();
    let mut viewport = ViewportBuilder::default()
        .with_app_id("attache")
        .with_title("Attaché")
        .with_min_inner_size(SMALLEST_SIZE)
        .with_inner_size(FIRST_SIZE)
        .with_drag_and_drop(true);
    // A window without its mark is still a window.
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    if let Some(place) = &remembered.window {
        viewport = viewport
            .with_inner_size([place.width as f32, place.height as f32])
            .with_position([place.x as f32, place.y as f32])
            .with_maximized(place.maximised);
    }
    let options = NativeOptions {
        viewport,
        renderer,
        ..NativeOptions::default()
    };
    let start = move |cc: &eframe::CreationContext<'_>| {
        let count = Arc::new(move |_: &mut egui::Ui| {
            counter.fetch_add(1, Ordering::Relaxed);
        });
        cc.egui_ctx.on_begin_pass("count frames", count);
        let surroundings = Surroundings {
            clock: Box::new(Timestamp::now),
            mint: Mint::new(|| fastrand::u64(..)),
            spawn: Box::new(|work| drop(thread::spawn(work))),
            pick: Box::new(pick),
            open_file: |file| open::that_detached(file),
            settings_folder: folder.clone(),
        };
        let mut app = App::new(&cc.egui_ctx, surroundings);
        app.start(&cc.egui_ctx, file);
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    // A driver that breaks down while it starts must not take the other renderer's chance away.
    let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        eframe::run_native("Attaché", options, Box::new(start))
    }));
    ended(
        tried.map(|it| it.map_err(|error| error.to_string())),
        frames.load(Ordering::Relaxed),
    )
}

/// How a window ended that began so many frames. Who has begun a second one has shown the first.
fn ended(how: thread::Result<Result<(), String>>, frames: usize) -> Result<(), Trouble> {
    let why = match how {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(why)) => why,
        Err(_) => "a fault of the program".to_owned(),
    };
    Err(if 1 < frames {
        Trouble::BrokeDown(why)
    } else {
        Trouble::NoStart(why)
    })
}

/// Asks with the desktop's own dialog. It is made here, on the main thread, and waited for in a job.
fn pick(ask: Ask) -> Box<dyn FnOnce() -> Picked + Send> {
    // Some desktops tell capitals apart.
    let capitals = DOCUMENTS.map(str::to_uppercase);
    let capitals = capitals.iter().map(String::as_str);
    let documents: Vec<&str> = DOCUMENTS.into_iter().chain(capitals).collect();
    let (sort, endings): (_, &[&str]) = match ask {
        Ask::Open | Ask::SaveAs(_) => ("Attaché mission", &["ron"]),
        Ask::Photo(_) => ("Picture", &["png", "jpg", "jpeg", "PNG", "JPG", "JPEG"]),
        Ask::Material(_) => ("Document", &documents),
    };
    let dialog = rfd::AsyncFileDialog::new()
        .add_filter(sort, endings)
        .add_filter("Any file", &["*"]);
    match ask {
        Ask::Open => {
            let picked = dialog.set_title("Open a mission").pick_file();
            Box::new(move || answer(picked))
        }
        Ask::Photo(_) => {
            let picked = dialog.set_title("Choose a photo").pick_file();
            Box::new(move || answer(picked))
        }
        Ask::Material(_) => {
            let picked = dialog.set_title("Choose a file").pick_file();
            Box::new(move || answer(picked))
        }
        Ask::SaveAs(name) => {
            let dialog = dialog.set_title("Save the mission").set_file_name(name);
            let picked = dialog.save_file();
            Box::new(move || answer(picked))
        }
    }
}

/// Waits for the answer. A dialog that is not there answers like a planner who cancels, only sooner than
/// anybody could.
fn answer(picked: impl Future<Output = Option<rfd::FileHandle>>) -> Picked {
    let asked = Instant::now();
    match pollster::block_on(picked) {
        Some(file) => Picked::Path(file.path().to_owned()),
        None if asked.elapsed() < SOONEST => Picked::NoDialog,
        None => Picked::Cancelled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_worked_is_not_opened_a_second_time() {
        let fault = || -> thread::Result<Result<(), String>> { Err(Box::new("on purpose")) };
        assert!(matches!(ended(fault(), 0), Err(Trouble::NoStart(_))));
        assert!(matches!(ended(fault(), 1), Err(Trouble::NoStart(_))));
        assert!(matches!(ended(fault(), 900), Err(Trouble::BrokeDown(_))));
        let lost = || Ok(Err("the display is gone".to_owned()));
        assert!(matches!(ended(lost(), 900), Err(Trouble::BrokeDown(_))));
        assert_eq!(ended(Ok(Ok(())), 900), Ok(()));
    }
}
