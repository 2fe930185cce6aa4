//! Pickers: a list one narrows down by typing, to choose one thing of many.

use std::sync::Arc;

use egui::{
    Key, Modifiers, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, Ui, WidgetInfo,
    pos2, vec2,
};

use super::{
    menu, text,
    theme::{self, BODY, GAP, SMALL, Theme},
};

/// A list is no narrower and no wider than this, whatever stands in it.
const WIDTHS: (f32, f32) = (160.0, 400.0);

/// What one looks for by typing has names that are not known yet when the list opens.
const LEAST_TO_FIND: f32 = 264.0;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate<T> {
    /// What choosing it gives.
    pub value: T,
    /// What it is called.
    pub name: String,
    /// What tells it from others of that name.
    pub detail: String,
    /// How many things it would show, where it narrows something down.
    pub count: Option<usize>,
}

/// What one did in a picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked<T> {
    /// Chose something that is there.
    This(T),
    /// Asked for a new one of that name.
    New(String),
}

/// What was found, and the letters and version of the mission it was found for.
type Found<T> = (String, u64, Arc<[Candidate<T>]>);

/// Looking for one thing by typing: the letters, what fits them, and which of it Enter takes.
#[derive(Clone, Debug)]
pub struct Finding<T> {
    typed: String,
    at: usize,
    found: Option<Found<T>>,
}

impl<T> Default for Finding<T> {
    fn default() -> Self {
        Self {
            typed: String::new(),
            at: 0,
            found: None,
        }
    }
}

/// The id of the list under a button, by which it can be opened.
pub fn id_of(button: &Response) -> egui::Id {
    button.id.with("picker")
}

/// The list of a picker, under the button that opens it. `find` says what fits what is typed, best first; it is
/// asked again only when something else is typed, or when the mission has another `version`.
///
/// With `new`, a line at the end offers to make what was typed: `Add “Ana Silva” as a person`.
pub fn popup<T: Clone + Send + Sync + 'static>(
    ui: &Ui,
    button: &Response,
    version: u64,
    find: impl Fn(&str) -> Vec<Candidate<T>>,
    new: Option<&str>,
) -> Option<Picked<T>> {
    let id = id_of(button);
    let kept_id = id.with("typed");
    let mut picked = None;
    let popup = Popup::menu(button)
        .id(id)
        .width(WIDTHS.1)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    menu::drop_down(popup, button, |ui| {
        at_least_as_wide(ui, button);
        ui.set_min_width(LEAST_TO_FIND);
        let kept = ui.data(|data| data.get_temp::<Finding<T>>(kept_id));
        // The key that opened the list chooses nothing in it.
        let takes_keys = kept.is_some();
        let mut finding = kept.unwrap_or_default();
        let field_id = kept_id.with("field");
        let field;
        (field, picked) = finding.ui(ui, field_id, "Type to find", takes_keys, version, find, new);
        if !field.has_focus() {
            field.request_focus();
        }
        ui.data_mut(|data| data.insert_temp(kept_id, finding));
        if picked.is_some() {
            ui.close();
        }
    });
    if !Popup::is_id_open(ui.ctx(), id) {
        ui.data_mut(|data| data.remove_temp::<Finding<T>>(kept_id));
    }
    picked
}

impl<T: Clone> Finding<T> {
    /// The field one types into, and below it what fits. The arrows go through that and Enter takes one of it while
    /// the keyboard stays in the field, as long as the keys are for it.
    #[expect(
        clippy::too_many_arguments,
        reason = "what is looked for, and how it is asked"
    )]
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        field: egui::Id,
        hint: &str,
        takes_keys: bool,
        version: u64,
        find: impl Fn(&str) -> Vec<Candidate<T>>,
        new: Option<&str>,
    ) -> (Response, Option<Picked<T>>) {
        let mut picked = None;
        let (down, up, enter) = ui.input_mut(|it| {
            let mut pressed = |key| takes_keys && it.consume_key(Modifiers::NONE, key);
            (
                pressed(Key::ArrowDown),
                pressed(Key::ArrowUp),
                pressed(Key::Enter),
            )
        });
        // A list is measured once before it is shown.
        let width = if ui.is_sizing_pass() {
            WIDTHS.0
        } else {
            ui.available_width()
        };
        let field = text::filter(ui, field, &mut self.typed, hint, width);
        if field.changed() {
            self.at = 0;
        }
        let typed = &self.typed;
        let kept = self.found.take();
        let kept = kept.filter(|(letters, of, _)| (letters, *of) == (typed, version));
        let found = kept.map_or_else(|| find(typed).into(), |(.., found)| found);
        let offers_new = new.filter(|_| !typed.trim().is_empty());
        let count = found.len() + usize::from(offers_new.is_some());
        if down {
            self.at += 1;
        }
        if up {
            self.at = self.at.saturating_sub(1);
        }
        self.at = self.at.min(count.saturating_sub(1));
        let at = self.at;
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, candidate) in found.iter().enumerate() {
                let row = self::candidate(ui, candidate, place == at);
                if row.clicked() || (enter && place == at) {
                    picked = Some(Picked::This(candidate.value.clone()));
                }
                if place == at && (down || up) {
                    row.scroll_to_me(None);
                }
            }
            if let Some(noun) = offers_new {
                let typed = typed.trim();
                let row = row(
                    ui,
                    &format!("Add “{typed}” as {noun}"),
                    "",
                    at == found.len(),
                );
                if row.clicked() || (enter && at == found.len()) {
                    picked = Some(Picked::New(typed.to_owned()));
                }
            }
            if count == 0 {
                ui.label(
                    egui::RichText::new("Nothing is called so").color(Theme::of(ui).secondary),
                );
            }
        });
        self.found = Some((typed.clone(), version, found));
        (field, picked)
    }
}

/// Makes a list as wide as what it drops down from, where that is not too wide for a list.
pub fn at_least_as_wide(ui: &mut Ui, button: &Response) {
    let frame = egui::Frame::popup(ui.style()).total_margin().sum().x;
    ui.set_min_width((button.rect.width() - frame).clamp(WIDTHS.0, WIDTHS.1));
}

/// A line of a list one chooses from.
pub fn row(ui: &mut Ui, name: &str, detail: &str, is_chosen: bool) -> Response {
    line_ui(ui, (name, detail, None), is_chosen, Detail::Beside)
}

/// A line with a day or a number in a column of its own, which is always read whole.
pub fn row_with_column(ui: &mut Ui, name: &str, detail: &str) -> Response {
    line_ui(ui, (name, detail, None), false, Detail::AtRight)
}

/// A line for something that can be chosen.
pub fn candidate<T>(ui: &mut Ui, it: &Candidate<T>, is_chosen: bool) -> Response {
    let said = (&*it.name, &*it.detail, it.count);
    line_ui(ui, said, is_chosen, Detail::Beside)
}

/// Where what is said of a name stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// Right behind it, as far as there is room.
    Beside,
    /// At the right end; the name has the room that is left.
    AtRight,
}

fn line_ui(
    ui: &mut Ui,
    (name, detail, count): (&str, &str, Option<usize>),
    is_chosen: bool,
    stands: Detail,
) -> Response {
    let theme = Theme::of(ui);
    let count = count.map(|it| it.to_string()).unwrap_or_default();
    let counted =
        ui.painter()
            .layout_no_wrap(count.clone(), theme::regular(SMALL), theme.secondary);
    let beside = match count.is_empty() {
        true => 0.0,
        false => counted.size().x + 2.0 * GAP,
    };
    let width = width_with(ui, name, detail, beside);
    let (rect, response) = ui.allocate_exact_size(vec2(width, theme::HIT), Sense::click());
    if ui.is_rect_visible(rect) {
        super::focus_ring(ui, &response);
        fill_ui(ui, &response, is_chosen);
        let end = rect.right_center() - vec2(GAP + counted.size().x, counted.size().y / 2.0);
        ui.painter().galley(end, counted, theme.secondary);
        let room = rect.width() - 2.0 * GAP - beside;
        let name_in =
            |room: f32| text::elided(ui, name, theme::regular(BODY), theme.text, room.max(0.0));
        let detail_in = |room: f32| {
            let font = theme::regular(SMALL);
            text::elided(ui, detail, font, theme.secondary, room.max(0.0))
        };
        let (name, detail) = match stands {
            Detail::Beside => {
                let name = name_in(room);
                let detail = detail_in(room - name.size().x - GAP);
                (name, detail)
            }
            Detail::AtRight => {
                let detail = detail_in(room);
                (name_in(room - detail.size().x - GAP), detail)
            }
        };
        let at = |width: f32, galley: &egui::Galley| {
            pos2(
                rect.left() + GAP + width,
                rect.center().y - galley.size().y / 2.0,
            )
        };
        let beside = match stands {
            Detail::Beside => name.size().x + GAP,
            Detail::AtRight => room - detail.size().x,
        };
        ui.painter().galley(at(0.0, &name), name, theme.text);
        // What is cut to a letter or two says nothing.
        let is_wide_enough = stands == Detail::AtRight || !detail.elided || 24.0 < room - beside;
        if !detail.text().is_empty() && is_wide_enough {
            ui.painter()
                .galley(at(beside, &detail), detail, theme.secondary);
        }
    }
    let parts = [name, detail, &count].into_iter();
    let parts: Vec<&str> = parts.filter(|it| !it.is_empty()).collect();
    let said = parts.join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, &said));
    response
}

/// A sentence in a list one chooses from: in one line where that is not wider than `widest`, or else in several.
pub fn sentence(ui: &mut Ui, words: &str, widest: f32) -> Response {
    let theme = Theme::of(ui);
    let laid_out = |ui: &Ui, width: f32| {
        let font = theme::regular(BODY);
        ui.painter()
            .layout(words.to_owned(), font, theme.text, width)
    };
    let width = if ui.is_sizing_pass() {
        let needed = laid_out(ui, f32::INFINITY).size().x + 2.0 * GAP;
        needed.ceil().min(ui.available_width().min(widest))
    } else {
        ui.available_width()
    };
    let galley = laid_out(ui, width - 2.0 * GAP);
    let height = theme::HIT.max(galley.size().y + 2.0 * theme::GRID);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    super::focus_ring(ui, &response);
    fill_ui(ui, &response, false);
    let at = rect.left_center() + vec2(GAP, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    response
}

/// What shows that one points at a line, or that it is chosen.
fn fill_ui(ui: &Ui, line: &Response, is_chosen: bool) {
    let theme = Theme::of(ui);
    if is_chosen || line.hovered() {
        let fill = if is_chosen {
            theme.accent_soft
        } else {
            theme.quiet
        };
        let round = f32::from(theme::RADIUS);
        ui.painter().rect_filled(line.rect, round, fill);
    }
}

/// How wide a line is: as wide as its list or, while the list is measured, wide enough to be read whole, within what a
/// list may be.
pub fn line_width(ui: &Ui, name: &str, detail: &str) -> f32 {
    width_with(ui, name, detail, 0.0)
}

/// The same, with so much at its right end.
fn width_with(ui: &Ui, name: &str, detail: &str, at_end: f32) -> f32 {
    if !ui.is_sizing_pass() {
        return ui.available_width();
    }
    /// Letters are about half as wide as high.
    const LETTER: f32 = 0.53;
    // Of thousands of lines only those that are seen at once are measured to the point.
    let is_seen = ui.cursor().top() < ui.ctx().content_rect().bottom();
    let wide = |words: &str, size: f32| {
        if !is_seen {
            return words.chars().count() as f32 * LETTER * size;
        }
        let galley =
            ui.painter()
                .layout_no_wrap(words.to_owned(), theme::regular(size), Theme::of(ui).text);
        galley.size().x
    };
    let detail = if detail.is_empty() {
        0.0
    } else {
        GAP + wide(detail, SMALL)
    };
    let all = (2.0 * GAP + wide(name, BODY) + detail + at_end).ceil();
    all.min(ui.available_width()).clamp(WIDTHS.0, WIDTHS.1)
}

/// The frame of a choice: what is chosen, and an arrow.
pub fn chooser(ui: &mut Ui, name: &str, shown: &str, width: f32) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, theme::HIT), Sense::click());
    let fill = if response.hovered() {
        theme.quiet
    } else {
        theme.surface
    };
    let stroke = egui::Stroke::new(1.0, theme.line_strong);
    ui.painter().rect(
        rect,
        f32::from(theme::RADIUS),
        fill,
        stroke,
        egui::StrokeKind::Inside,
    );
    super::focus_ring(ui, &response);
    let inner = rect.shrink2(vec2(8.0, 0.0));
    let (words, ink) = if shown.is_empty() {
        ("none", theme.faint)
    } else {
        (shown, theme.text)
    };
    let galley = text::elided(ui, words, theme::regular(BODY), ink, inner.width() - 20.0);
    ui.painter().galley(
        inner.left_center() - vec2(0.0, galley.size().y / 2.0),
        galley,
        ink,
    );
    super::icon::paint(
        ui.painter(),
        inner.right_center() - vec2(6.0, 0.0),
        super::icon::Icon::ChevronDown,
        14.0,
        theme.secondary,
    );
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    response
}
