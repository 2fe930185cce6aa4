//! A person's photo, small and round; their initials while there is none.

use egui::{
    Context, Image, Rect, Response, Role, Sense, SizeHint, TextureOptions, Ui, WidgetInfo,
    load::{LoadError, SizedTexture, TexturePoll},
    pos2, vec2,
};

use super::chips;

/// What stands before the path of a photo when the window asks for it.
pub const SCHEME: &str = "photo:";

/// A photo if it is there by now, and otherwise the initials. Nobody waits for it.
pub fn portrait(ui: &mut Ui, path: &str, initials: &str, diameter: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(diameter, diameter), Sense::hover());
    let Some(Ok(TexturePoll::Ready { texture })) = ask(ui.ctx(), path) else {
        chips::paint_initials(ui, rect, initials);
        return response;
    };
    Image::from_texture(texture)
        .uv(middle(texture))
        .corner_radius(diameter / 2.0)
        .fit_to_exact_size(rect.size())
        .maintain_aspect_ratio(false)
        .paint_at(ui, rect);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, "Photo"));
    response
}

/// Why a photo is not shown, when it cannot be.
pub fn why_not(ctx: &Context, path: &str) -> Option<String> {
    match ask(ctx, path)? {
        Err(LoadError::Loading(why)) => Some(format!("No photo: {why}")),
        _ => None,
    }
}

/// Asks for a photo; nothing where none is said.
fn ask(ctx: &Context, path: &str) -> Option<egui::load::TextureLoadResult> {
    let path = path.trim();
    let uri = format!("{SCHEME}{path}");
    let size = SizeHint::default();
    (!path.is_empty()).then(|| ctx.try_load_texture(&uri, TextureOptions::LINEAR, size))
}

/// The square in the middle, a little higher where it is upright: faces are.
fn middle(texture: SizedTexture) -> Rect {
    let size = texture.size.max(vec2(1.0, 1.0));
    let side = size.min_elem();
    let (wide, high) = (side / size.x, side / size.y);
    let (left, top) = ((1.0 - wide) / 2.0, (1.0 - high) / 3.0);
    Rect::from_min_size(pos2(left, top), vec2(wide, high))
}
