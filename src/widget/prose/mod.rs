//! Text with lists and bold words: read as such, and typed as plain text.
//!
//! One field does both. While the keyboard is elsewhere the stars are not seen; a list's dash is a dot,
//! and its lines stand under each other. Letter by letter it is the text that the file keeps.

mod marks;
mod typing;

use std::sync::Arc;

use egui::{
    Color32, FontId, Galley, Id, Key, Margin, Modifiers, Response, Role, TextBuffer, TextEdit,
    TextStyle, Ui, WidgetInfo,
    epaint::text::CharIndex,
    text::{CCursor, CCursorRange, LayoutJob, TextFormat},
    text_edit::TextEditState,
};

use super::{
    text,
    theme::{self, SEMIBOLD, Theme},
};
use marks::Mark;
use typing::Typed;

/// How marks that stand in the way of reading are drawn: so small that they take no room.
const UNSEEN: f32 = 1.0;

/// Paragraphs, as wide as there is room and as high as they need.
pub fn field(ui: &mut Ui, name: &str, text: &mut String, hint: &str) -> Response {
    let id = ui.make_persistent_id(name);
    let has_focus = ui.memory(|it| it.has_focus(id));
    let changed = has_focus && keys(ui, id, text);
    let stars = if has_focus {
        Stars::Seen
    } else {
        Stars::Unseen
    };
    let ink = Theme::of(ui).text;
    let mut layout = move |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        galley(ui, text.as_str(), width, stars, ink)
    };
    let edit = TextEdit::multiline(text)
        .id(id)
        .hint_text(text::hint_text(ui, hint))
        .margin(Margin::symmetric(8, 6))
        .desired_width(f32::INFINITY)
        .desired_rows(2)
        .layouter(&mut layout);
    let mut response = ui.add(edit).accessible_name(name);
    if changed {
        response.mark_changed();
    }
    response
}

/// A text that is only read.
pub fn read(ui: &mut Ui, text: &str, ink: Color32) -> Response {
    let galley = galley(
        ui,
        text.trim_end(),
        ui.available_width(),
        Stars::Unseen,
        ink,
    );
    let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
    ui.painter().galley(rect.min, galley, ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, marks::spoken(text)));
    response
}

/// Does what Enter and Ctrl+B do here; says whether the text is another now.
fn keys(ui: &Ui, id: Id, text: &mut String) -> bool {
    let Some(mut state) = TextEditState::load(ui.ctx(), id) else {
        return false;
    };
    let Some(range) = state.cursor.char_range() else {
        return false;
    };
    let selected = range.as_sorted_char_range();
    let selected = selected.start.0..selected.end.0;
    let pressed = |modifiers: Modifiers, key: Key| {
        let is_it = |it: &egui::Event| {
            matches!(it, egui::Event::Key { key: k, pressed: true, modifiers: m, .. }
                if *k == key && m.matches_exact(modifiers))
        };
        ui.input(|it| it.events.iter().any(is_it))
    };
    let (typed, modifiers, key) = if pressed(Modifiers::COMMAND, Key::B) {
        (typing::bold(text, selected), Modifiers::COMMAND, Key::B)
    } else if pressed(Modifiers::NONE, Key::Enter) && selected.is_empty() {
        (
            typing::enter(text, selected.start),
            Modifiers::NONE,
            Key::Enter,
        )
    } else {
        return false;
    };
    let Some(Typed {
        text: next,
        selected,
    }) = typed
    else {
        return false;
    };
    ui.input_mut(|it| it.consume_key(modifiers, key));
    let changed = *text != next;
    *text = next;
    let at = |letter: usize| CCursor::new(CharIndex(letter));
    let range = CCursorRange::two(at(selected.start), at(selected.end));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
    changed
}

/// Whether the stars around bold words are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stars {
    Seen,
    Unseen,
}

/// Lays a text out. What wraps of an item stands under its words, not under its dot.
fn galley(ui: &Ui, text: &str, width: f32, stars: Stars, ink: Color32) -> Arc<Galley> {
    let whole = lay_out(ui, text, width, stars, ink);
    let marks: Vec<usize> = text.split('\n').map(letters_of_mark).collect();
    let widest = hanging(&whole, &marks).fold(0.0, |most: f32, (_, by)| most.max(by));
    if widest == 0.0 {
        return whole;
    }
    let narrow = lay_out(ui, text, width - widest, stars, ink);
    let moved: Vec<(usize, f32)> = hanging(&narrow, &marks).collect();
    let mut galley = Galley::clone(&narrow);
    for (at, by) in moved {
        if let Some(row) = galley.rows.get_mut(at) {
            row.pos.x += by;
        }
    }
    galley.rect.max.x += widest;
    galley.mesh_bounds.max.x += widest;
    Arc::new(galley)
}

/// How many letters the mark of an item has.
fn letters_of_mark(line: &str) -> usize {
    let mark = marks::item_of(line).and_then(|it| line.get(..it.bytes));
    mark.map_or(0, |it| it.chars().count())
}

/// The rows that go on with an item, and how far they are to stand in.
fn hanging<'a>(galley: &'a Galley, marks: &'a [usize]) -> impl Iterator<Item = (usize, f32)> + 'a {
    let mut line = 0;
    let mut begins = true;
    let mut indent = 0.0;
    galley.rows.iter().enumerate().filter_map(move |(at, row)| {
        let mark = marks.get(line).copied().unwrap_or_default();
        let goes_on = !begins && 0 < mark;
        if begins {
            indent = if 0 < mark {
                row.x_offset(CharIndex(mark))
            } else {
                0.0
            };
        }
        begins = row.ends_with_newline;
        line += usize::from(row.ends_with_newline);
        goes_on.then_some((at, indent))
    })
}

fn lay_out(ui: &Ui, text: &str, width: f32, stars: Stars, ink: Color32) -> Arc<Galley> {
    let theme = Theme::of(ui);
    let size = TextStyle::Body.resolve(ui.style()).size;
    let line_height = ui.text_style_height(&TextStyle::Body) + ui.spacing().extra_text_line_spacing;
    let format = |font: FontId, ink: Color32| TextFormat {
        line_height: Some(line_height),
        ..TextFormat::simple(font, ink)
    };
    let mut job = LayoutJob {
        keep_trailing_whitespace: true,
        ..LayoutJob::default()
    };
    job.wrap.max_width = width;
    for run in marks::runs(text) {
        let words = text.get(run.range).unwrap_or_default();
        match run.mark {
            Mark::Plain => job.append(words, 0.0, format(theme::regular(size), ink)),
            Mark::Bold => job.append(words, 0.0, format(theme::font(size, SEMIBOLD), ink)),
            // One letter for one letter, so that the cursor stands where it seems to.
            Mark::Item => {
                let drawn = words.replace('-', "•");
                job.append(&drawn, 0.0, format(theme::regular(size), theme.secondary));
            }
            Mark::Stars => {
                let (size, ink) = match stars {
                    Stars::Seen => (size, theme.faint),
                    Stars::Unseen => (UNSEEN, Color32::TRANSPARENT),
                };
                job.append(words, 0.0, format(theme::regular(size), ink));
            }
        }
    }
    ui.fonts_mut(|it| it.layout_job(job))
}
