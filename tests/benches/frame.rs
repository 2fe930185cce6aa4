//! How long a frame of the schedule takes, layout and tessellation included, in a small visit and in a
//! large one: run by hand with `cargo bench --bench frame`.

use std::{
    cell::RefCell,
    time::{Duration, Instant},
};

use attache::{
    app::fonts,
    document::Document,
    insight::Insight,
    model::{id::Mint, mission::Mission},
    sample::made_up,
    view::{
        View as _,
        scene::{Action, Clocks, Scene, Selection},
        schedule::{ScheduleView, shape::Shape},
    },
    widget::theme,
};
use egui::{Context, Event, Key, Modifiers, RawInput, Rect, pos2, vec2};
use jiff::civil::date;

/// Frames measured of each kind.
const FRAMES: u32 = 120;

/// A window that shows nothing but the schedule.
struct Window {
    ctx: Context,
    view: ScheduleView,
    document: Document,
    insight: Insight,
    selection: Selection,
    mint: RefCell<Mint>,
    seconds: f64,
}

impl Window {
    fn of(mission: Mission, shape: Shape) -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        theme::install(&ctx);
        let insight = Insight::new(&mission, date(2026, 3, 8));
        // What the program works out when it opens a file is not what a frame costs.
        insight.problems();
        insight.delegation();
        Self {
            ctx,
            view: ScheduleView::in_shape(shape),
            insight,
            document: Document::saved(mission),
            selection: Selection::none(),
            mint: RefCell::new(Mint::counting_from(1)),
            seconds: 0.0,
        }
    }

    /// One frame: how long it took to lay out and to tessellate, the edit that came of it apart.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.seconds += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1440.0, 900.0))),
            time: Some(self.seconds),
            events,
            ..RawInput::default()
        };
        let actions = RefCell::new(Vec::new());
        let start = Instant::now();
        let ctx = self.ctx.clone();
        let mut output = ctx.run_ui(input, |ui| {
            let scene = Scene {
                mission: self.document.mission(),
                insight: &self.insight,
                folder: None,
                version: self.document.version(),
                selection: &self.selection,
                now: "2026-03-10T15:00:00Z".parse().expect("an instant"),
                today: date(2026, 3, 10),
                clocks: Clocks::Both,
                earlier: None,
                mint: &self.mint,
                actions: &actions,
            };
            self.view.ui(ui, &scene);
        });
        let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
        let spent = start.elapsed();
        drop(triangles);
        output.textures_delta.clear();
        for action in actions.into_inner() {
            match action {
                Action::Edit(edit) => {
                    self.document.apply(edit);
                    let today = self.insight.today();
                    self.insight.follow(self.document.mission(), today);
                }
                Action::Select(selection) => self.selection = selection,
                Action::Go(_) | Action::ShowProblems(_) | Action::Command(_) => {}
            }
        }
        spent
    }

    fn measure(&mut self, what: &str, events: impl Fn(u32) -> Vec<Event>) {
        for _ in 0..5 {
            self.frame(Vec::new());
        }
        let mut all: Vec<Duration> = (0..FRAMES).map(|at| self.frame(events(at))).collect();
        all.sort();
        let at = |part: usize| all.get(all.len() * part / 100).copied().unwrap_or_default();
        println!(
            "{what:<28} median {:>9.3?}  95 of 100 {:>9.3?}",
            at(50),
            at(95)
        );
    }
}

fn wheel(x: f32, y: f32) -> Vec<Event> {
    vec![
        Event::PointerMoved(pos2(700.0, 500.0)),
        Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(x, y),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: egui::MouseWheelSource::Wheel,
        },
    ]
}

fn key(key: Key, modifiers: Modifiers) -> Vec<Event> {
    vec![Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }]
}

fn main() {
    for meetings in [100, 10_000] {
        for (shape, name) in Shape::ALL {
            let mut window = Window::of(made_up(meetings), shape);
            window.measure(&format!("{meetings} {name}, still"), |_| Vec::new());
            window.measure(&format!("{meetings} {name}, scrolling"), |at| {
                wheel(-20.0, if at % 20 < 10 { 10.0 } else { -10.0 })
            });
            window.frame(key(Key::ArrowDown, Modifiers::NONE));
            window.measure(&format!("{meetings} {name}, after an edit"), |at| {
                let way = if at % 2 == 0 {
                    Key::ArrowDown
                } else {
                    Key::ArrowUp
                };
                key(way, Modifiers::ALT)
            });
        }
    }
}
