//! Icons, all of one family (Lucide), drawn as letters of a font.

use egui::{Align2, Color32, Painter, Pos2, Response, RichText, Role, Sense, Ui, Vec2, WidgetInfo};
pub use lucide_icons::Icon;

use super::theme::{self, ICONS, Theme};

/// The icon as text, to stand in a button or a label.
pub fn text(icon: Icon, size: f32) -> RichText {
    RichText::new(icon.unicode().to_string()).font(theme::font(size, ICONS))
}

/// Paints the icon around a point.
pub fn paint(painter: &Painter, at: Pos2, icon: Icon, size: f32, colour: Color32) {
    painter.text(
        at,
        Align2::CENTER_CENTER,
        icon.unicode(),
        theme::font(size, ICONS),
        colour,
    );
}

/// A button that is an icon. Its name is what it does, and is shown when one points at it.
pub fn button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(theme::HIT), Sense::click());
    let theme = Theme::of(ui);
    let ink = if !ui.is_enabled() {
        theme.faint
    } else if response.hovered() || response.has_focus() {
        ui.painter()
            .rect_filled(rect, f32::from(theme::RADIUS), theme.quiet);
        theme.text
    } else {
        theme.secondary
    };
    super::focus_ring(ui, &response);
    paint(ui.painter(), rect.center(), icon, 16.0, ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.on_hover_text(name)
}
