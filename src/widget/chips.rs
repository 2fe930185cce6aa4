//! Chips: small names one can click, take away, or add to.

use egui::{Align2, Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    icon::{self, Icon},
    theme::{self, SMALL, Theme},
};

/// The height of a chip.
const HEIGHT: f32 = 24.0;

/// What one did with a chip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// It was clicked: the thing is to be shown.
    pub opened: bool,
    /// Its cross was clicked: the thing is to go.
    pub removed: bool,
}

/// A chip with a name, perhaps a dot of colour before it, and a cross when it can be taken away.
pub fn chip(ui: &mut Ui, name: &str, dot: Option<Color32>, removable: bool) -> Touched {
    let theme = Theme::of(ui);
    let left = if dot.is_some() { 22.0 } else { 10.0 };
    let right = if removable { 22.0 } else { 10.0 };
    let widest = (ui.available_width().min(ui.max_rect().width()) - left - right).max(40.0);
    let galley = super::text::elided(ui, name, theme::regular(SMALL), theme.text, widest);
    let (rect, response) =
        ui.allocate_exact_size(vec2(left + galley.size().x + right, HEIGHT), Sense::click());
    let fill = if response.hovered() {
        theme.line
    } else {
        theme.quiet
    };
    ui.painter().rect_filled(rect, HEIGHT / 2.0, fill);
    if let Some(colour) = dot {
        ui.painter()
            .circle_filled(pos2(rect.left() + 12.0, rect.center().y), 3.5, colour);
    }
    let at = pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.text);
    super::focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let removed = removable && cross(ui, rect, &response, name);
    Touched {
        opened: response.clicked() && !removed,
        removed,
    }
}

/// The cross at the end of a chip.
fn cross(ui: &mut Ui, chip: Rect, response: &Response, name: &str) -> bool {
    let theme = Theme::of(ui);
    let rect = Rect::from_min_max(pos2(chip.right() - 24.0, chip.top()), chip.max);
    let cross = ui.interact(rect, response.id.with("take away"), Sense::click());
    cross.widget_info(|| {
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("Take {name} away"))
    });
    let ink = if cross.hovered() || cross.has_focus() {
        theme.text
    } else {
        theme.faint
    };
    icon::paint(
        ui.painter(),
        rect.center() + vec2(1.0, 0.0),
        Icon::X,
        12.0,
        ink,
    );
    cross.on_hover_text("Take away").clicked()
}

/// The chip with a plus: adds one.
pub fn add(ui: &mut Ui, name: &str) -> Response {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(28.0, HEIGHT), Sense::hover());
    // It stays the same button when there is one chip more before it, so that the keyboard stays on it.
    let response = ui.interact(rect, ui.scope_id().with(("add", name)), Sense::click());
    ui.painter().rect_filled(
        rect,
        HEIGHT / 2.0,
        if response.hovered() {
            theme.line
        } else {
            theme.quiet
        },
    );
    icon::paint(
        ui.painter(),
        rect.center(),
        Icon::Plus,
        13.0,
        theme.secondary,
    );
    super::focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.on_hover_text(name)
}

/// A pill with a few words, which says something and does nothing.
pub fn pill(ui: &mut Ui, words: &str, ink: Color32, fill: Color32) -> Response {
    let galley =
        ui.painter()
            .layout_no_wrap(words.to_owned(), theme::font(SMALL, theme::MEDIUM), ink);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(16.0, 6.0), Sense::hover());
    ui.painter().rect_filled(rect, rect.height() / 2.0, fill);
    ui.painter().galley(rect.min + vec2(8.0, 3.0), galley, ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    response
}

/// A round with a person's initials.
pub fn initials(ui: &mut Ui, initials: &str, diameter: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(diameter, diameter), Sense::hover());
    paint_initials(ui, rect, initials);
    response
}

/// The same, painted where it is told to be.
pub fn paint_initials(ui: &Ui, rect: Rect, initials: &str) {
    let theme = Theme::of(ui);
    let large = 32.0 < rect.height();
    let (fill, ink) = if large {
        (theme.accent_soft, theme.accent)
    } else {
        (theme.quiet, theme.secondary)
    };
    ui.painter()
        .circle_filled(rect.center(), rect.height() / 2.0, fill);
    let size = if large { theme::HEADING } else { SMALL };
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        initials,
        theme::font(size, theme::SEMIBOLD),
        ink,
    );
}

/// A name that can only be read, perhaps with a dot of colour before it.
pub fn tag(ui: &mut Ui, name: &str, dot: Option<Color32>) -> Response {
    const TAG: f32 = 20.0;
    let theme = Theme::of(ui);
    let left = if dot.is_some() { 20.0 } else { 8.0 };
    let widest = (ui.available_width().min(ui.max_rect().width()) - left - 8.0).max(24.0);
    let galley = super::text::elided(ui, name, theme::regular(SMALL), theme.text, widest);
    let size = vec2(left + galley.size().x + 8.0, TAG);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(rect, TAG / 2.0, theme.quiet);
    if let Some(colour) = dot {
        let at = pos2(rect.left() + 11.0, rect.center().y);
        ui.painter().circle_filled(at, 3.5, colour);
    }
    let at = pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
    let is_cut = galley.elided;
    ui.painter().galley(at, galley, theme.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    if is_cut {
        response.on_hover_text(name)
    } else {
        response
    }
}

/// The name of a key, as it stands on the keyboard.
pub fn key(ui: &mut Ui, name: &str) -> Response {
    let theme = Theme::of(ui);
    let galley = ui
        .painter()
        .layout_no_wrap(name.to_owned(), theme::regular(SMALL), theme.faint);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(10.0, 4.0), Sense::hover());
    let line = theme.hairline();
    ui.painter()
        .rect_stroke(rect, 4.0, line, egui::StrokeKind::Inside);
    ui.painter()
        .galley(rect.min + vec2(5.0, 2.0), galley, theme.faint);
    response
}
