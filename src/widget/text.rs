//! Text that is typed: one line, a filter, and values that are typed as text.

use egui::{
    Context, Id, Key, Label, Margin, Response, RichText, Stroke, TextEdit, Tooltip, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
    vec2,
};

use super::{
    icon::{self, Icon},
    theme::{self, SMALL, Theme},
};

fn waits_for_line() -> Id {
    Id::unique("the keyboard waits for a line")
}

/// Gives the keyboard to the line of text that is drawn next.
pub fn focus_next_line(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(waits_for_line(), true));
}

/// One line of text, as wide as there is room.
pub fn line(ui: &mut Ui, name: &str, text: &mut String, hint: &str) -> Response {
    let edit = TextEdit::singleline(text)
        .id(ui.make_persistent_id(name))
        .hint_text(hint_text(ui, hint))
        .margin(Margin::symmetric(8, 4))
        .desired_width(f32::INFINITY)
        .align(egui::Align2::LEFT_CENTER)
        .min_size(vec2(0.0, theme::HIT));
    let response = ui.add(edit).accessible_name(name);
    if ui
        .data_mut(|data| data.remove_temp::<bool>(waits_for_line()))
        .is_some()
    {
        response.request_focus();
    }
    select_after_tab(ui, &response, text);
    response
}

/// Whether Enter was pressed in a line of text just now.
pub fn line_entered(ui: &Ui, line: &Response) -> bool {
    line.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter))
}

/// A field that narrows down what is shown, with a looking glass, and a cross once something stands in it.
pub fn filter(ui: &mut Ui, id: Id, text: &mut String, hint: &str, width: f32) -> Response {
    let theme = Theme::of(ui);
    let edit = TextEdit::singleline(text)
        .id(id)
        .hint_text(hint_text(ui, hint))
        .margin(Margin {
            left: 28,
            right: 24,
            top: 4,
            bottom: 4,
        })
        .desired_width(width)
        .align(egui::Align2::LEFT_CENTER)
        .min_size(vec2(0.0, theme::HIT));
    let mut response = ui.add(edit).accessible_name(hint);
    select_after_tab(ui, &response, text);
    let rect = response.rect;
    icon::paint(
        ui.painter(),
        rect.left_center() + vec2(15.0, 0.0),
        Icon::Search,
        14.0,
        theme.faint,
    );
    if !text.is_empty() {
        let cross =
            egui::Rect::from_center_size(rect.right_center() - vec2(13.0, 0.0), vec2(24.0, 24.0));
        let clear = ui.interact(cross, id.with("clear"), egui::Sense::click());
        clear.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Button, true, "Clear the filter")
        });
        icon::paint(
            ui.painter(),
            cross.center(),
            Icon::X,
            14.0,
            if clear.hovered() {
                theme.text
            } else {
                theme.faint
            },
        );
        super::focus_ring(ui, &clear);
        if clear.clicked() {
            text.clear();
            // The cross is gone, and what is not there has no keyboard.
            response.request_focus();
            response.mark_changed();
        }
    }
    response
}

/// Selects all that stands in a field, so that typing takes its place.
pub fn select_all(ctx: &Context, field: Id, text: &str) {
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    let mut state = TextEditState::load(ctx, field).unwrap_or_default();
    state.cursor.set_char_range(Some(all));
    state.store(ctx, field);
}

/// Selects what stands in a field of one line that Tab leads into, as every desktop does.
pub fn select_after_tab(ui: &Ui, field: &Response, text: &str) {
    let last_tab = Id::unique("frame of the last Tab");
    let frame = ui.ctx().cumulative_frame_nr();
    if ui.input(|it| it.key_pressed(Key::Tab)) {
        ui.data_mut(|data| data.insert_temp(last_tab, frame));
    }
    // Backwards, and from the last field to the first, the keyboard arrives a frame after the key.
    let last_tab = ui.data(|data| data.get_temp::<u64>(last_tab));
    if field.gained_focus() && last_tab.is_some_and(|it| frame <= it + 1) {
        select_all(ui.ctx(), field.id, text);
    }
}

/// What cannot be read in the fields that are drawn, and why.
type Reasons = Vec<String>;

fn reasons() -> Id {
    Id::unique("why values cannot be read")
}

/// Draws fields, and below them why what stands in one of them cannot be read. Without it the field says so itself,
/// beside it, over what lies there.
pub fn with_reasons<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let put = |ui: &Ui, all: Option<Reasons>| {
        ui.data_mut(|data| {
            std::mem::replace(
                data.get_temp_mut_or_default::<Option<Reasons>>(reasons()),
                all,
            )
        })
    };
    let outer = put(ui, Some(Reasons::new()));
    let result = add(ui);
    let found = put(ui, outer);
    let ink = Theme::of(ui).error;
    for why in found.unwrap_or_default() {
        let why = RichText::new(why).font(theme::regular(SMALL)).color(ink);
        ui.add(Label::new(why).wrap());
    }
    result
}

/// Says why what stands in a field cannot be read, as long as it stands there.
fn say_why(ui: &Ui, field: &Response, why: String) {
    let is_said_below = ui.data_mut(|data| {
        let all = data.get_temp_mut_or_default::<Option<Reasons>>(reasons());
        all.as_mut().map(|it| it.push(why.clone())).is_some()
    });
    let is_on_top = ui.memory(|it| it.allows_interaction(ui.layer_id()));
    if !is_said_below && is_on_top && ui.is_rect_visible(field.rect) {
        Tooltip::for_widget(field).show(|ui| ui.label(why));
    }
}

/// What is half typed, and the value that stood there meanwhile.
type HalfTyped<T> = Option<(String, T)>;

/// What came of a field of a typed value.
pub struct Typed<T> {
    /// The field.
    pub response: Response,
    /// The value, as soon as it can be read and is another than before.
    pub value: Option<T>,
    /// Whether something stands there that cannot be read.
    pub unread: bool,
}

/// A value that is typed as text. What is half typed stays in the field until it can be read, unless the value is
/// another meanwhile: undone, say.
pub fn typed<T: Clone + PartialEq + Send + Sync + 'static>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    value: &T,
    show: impl Fn(&T) -> String,
    read: impl Fn(&str) -> Option<T>,
) -> Typed<T> {
    let id = ui.make_persistent_id(name);
    let half_typed = ui.data(|data| data.get_temp::<HalfTyped<T>>(id)).flatten();
    let half_typed = half_typed
        .filter(|(text, seen)| seen == value || read(text).as_ref() == Some(value))
        .map(|(text, _)| text);
    let mut text = half_typed.unwrap_or_else(|| show(value));
    let edit = TextEdit::singleline(&mut text)
        .id(id)
        .margin(Margin::symmetric(6, 4))
        .desired_width(width)
        .align(egui::Align2::LEFT_CENTER)
        .min_size(vec2(0.0, theme::HIT));
    let response = ui.add(edit).accessible_name(name);
    let found = read(&text);
    let unread = found.is_none();
    if unread {
        let red = Stroke::new(1.0, Theme::of(ui).error);
        ui.painter().rect_stroke(
            response.rect,
            f32::from(theme::RADIUS),
            red,
            egui::StrokeKind::Inside,
        );
        let stays = said_of(&show(value)).to_owned();
        let why = format!("“{text}” does not fit here; {stays} stays until it does");
        say_why(ui, &response, why);
    }
    select_after_tab(ui, &response, &text);
    if response.has_focus() || (unread && response.lost_focus()) {
        // What cannot be read stays, in red, until it can, or until the value becomes another.
        ui.data_mut(|data| data.insert_temp(id, Some((text, value.clone()))));
    } else if response.lost_focus() {
        ui.data_mut(|data| data.remove_temp::<HalfTyped<T>>(id));
    }
    Typed {
        value: found.filter(|it| response.changed() && it != value),
        response,
        unread,
    }
}

/// A value as it stands in a sentence.
fn said_of(value: &str) -> &str {
    if value.is_empty() { "nothing" } else { value }
}

/// What stands in a field while nothing else does.
pub fn hint_text(ui: &Ui, hint: &str) -> RichText {
    RichText::new(hint).color(Theme::of(ui).faint)
}

/// The number of the stay in a field: another each time it is entered. All changes of one stay are one step of undo.
pub fn visit(ui: &Ui, response: &Response) -> u64 {
    let counter = Id::unique("visits");
    let entered = response.gained_focus();
    ui.data_mut(|data| {
        let count = data.get_temp_mut_or_default::<u64>(counter);
        if entered {
            *count += 1;
        }
        response.id.value() ^ count.rotate_left(32)
    })
}

/// Text on one line, with … where it does not fit.
pub fn elided(
    ui: &Ui,
    text: &str,
    font: egui::FontId,
    ink: egui::Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}
