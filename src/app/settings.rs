//! What the program remembers of this planner and this desktop: the look, the window, recent files.

use egui::{Context, ThemePreference, ViewportInfo};

use super::App;
use crate::{
    storage::settings::{self, ClocksChoice, ThemeChoice, WindowPlace},
    view::scene::Clocks,
};

/// The least and the most that text can be scaled to, in percent.
const TEXT_PERCENT: std::ops::RangeInclusive<u32> = 80..=200;
/// Text as it is drawn.
const NORMAL_PERCENT: u32 = 100;

impl App {
    /// Reads the settings, and puts them into effect.
    pub(super) fn load_settings(&mut self, ctx: &Context) {
        let Some(folder) = &self.settings_folder else {
            return;
        };
        let (settings, warning) = settings::load(folder);
        self.settings = settings;
        if let Some(warning) = warning {
            self.notices.warn(warning, (self.clock)());
        }
        self.inspector_shown = self.settings.inspector_shown;
        self.clocks = match self.settings.clocks {
            ClocksChoice::Host => Clocks::Host,
            ClocksChoice::Home => Clocks::Home,
            ClocksChoice::Both => Clocks::Both,
        };
        self.show_theme(ctx);
        self.show_text_size(ctx);
    }

    /// Writes the settings. When that fails the planner is told, and goes on.
    pub(super) fn store_settings(&mut self) {
        self.settings.inspector_shown = self.inspector_shown;
        let Some(folder) = &self.settings_folder else {
            return;
        };
        if let Err(error) = settings::store(folder, &self.settings) {
            self.notices.warn(
                format!("The settings could not be kept: {error}"),
                (self.clock)(),
            );
        }
    }

    pub(super) fn set_theme(&mut self, ctx: &Context, theme: ThemeChoice) {
        self.settings.theme = theme;
        self.show_theme(ctx);
        self.store_settings();
    }

    fn show_theme(&self, ctx: &Context) {
        ctx.set_theme(match self.settings.theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
    }

    pub(super) fn set_clocks(&mut self, clocks: Clocks) {
        self.clocks = clocks;
        self.settings.clocks = match clocks {
            Clocks::Host => ClocksChoice::Host,
            Clocks::Home => ClocksChoice::Home,
            Clocks::Both => ClocksChoice::Both,
        };
        self.store_settings();
    }

    /// Makes all text larger or smaller by so many percent; by none, as it was drawn.
    pub(super) fn scale_text(&mut self, ctx: &Context, by: i32) {
        let scaled = if by == 0 {
            NORMAL_PERCENT
        } else {
            self.settings.text_percent.saturating_add_signed(by)
        };
        self.settings.text_percent = scaled.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end());
        self.show_text_size(ctx);
        self.store_settings();
    }

    fn show_text_size(&self, ctx: &Context) {
        ctx.set_zoom_factor(self.settings.text_percent as f32 / NORMAL_PERCENT as f32);
    }

    /// Notes where the window is, to open there again. It is written when the window closes.
    pub(super) fn remember_window(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        let place = ctx.input(|it| place_of(it.viewport(), zoom));
        if place.is_some() {
            self.settings.window = place;
        }
    }
}

/// Where a window is, in points of the desktop.
fn place_of(viewport: &ViewportInfo, zoom: f32) -> Option<WindowPlace> {
    let (inner, outer) = (viewport.inner_rect?, viewport.outer_rect?);
    let points = |it: f32| (it * zoom).round() as i32;
    Some(WindowPlace {
        x: points(outer.left()),
        y: points(outer.top()),
        width: points(inner.width()),
        height: points(inner.height()),
        maximised: viewport.maximized.unwrap_or(false),
    })
}
