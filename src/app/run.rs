//! Opening the window: one renderer, and where it cannot start, the other.

use std::{
    path::PathBuf,
    process::ExitCode,
    thread,
    time::{Duration, Instant},
};

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;
use jiff::Timestamp;

use super::{App, Ask, Picked, Surroundings};
use crate::{model::id::Mint, storage::settings};

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

/// Opens the window with a file, or with what was open last; returns when it is closed.
pub fn run(file: Option<PathBuf>) -> ExitCode {
    let mut tried = Vec::new();
    for (renderer, name) in [(Renderer::Wgpu, "wgpu"), (Renderer::Glow, "OpenGL")] {
        match open_window(renderer, file.clone()) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => tried.push(format!("{name}: {error}")),
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

fn open_window(renderer: Renderer, file: Option<PathBuf>) -> Result<(), String> {
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
        let surroundings = Surroundings {
            clock: Box::new(Timestamp::now),
            mint: Mint::new(|| fastrand::u64(..)),
            spawn: Box::new(|work| drop(thread::spawn(work))),
            pick: Box::new(pick),
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
    match tried {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("it broke down while starting".to_owned()),
    }
}

/// Asks with the desktop's own dialog. It is made here, on the main thread, and waited for in a job.
fn pick(ask: Ask) -> Box<dyn FnOnce() -> Picked + Send> {
    let dialog = rfd::AsyncFileDialog::new()
        .add_filter("Attaché mission", &["ron"])
        .add_filter("Any file", &["*"]);
    match ask {
        Ask::Open => {
            let picked = dialog.set_title("Open a mission").pick_file();
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
