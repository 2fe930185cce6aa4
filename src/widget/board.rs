//! A board: columns of cards, and cards that are dragged from one to another.

use egui::{
    Align2, FontId, Id, Key as PressedKey, LayerId, Layout, Order, Rect, Role, ScrollArea, Sense,
    Stroke, StrokeKind, TextWrapMode, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{
    status::{self, Tone},
    table::Key,
    theme::{self, BODY, GAP, MARGIN, SEMIBOLD, SMALL, Theme},
};

/// How wide a column of a board is at least.
const COLUMN: f32 = 208.0;
/// And at most.
const WIDEST: f32 = 280.0;
/// The height of the head of a column.
const HEAD: f32 = 32.0;

/// The keys that go from card to card.
const ARROWS: [PressedKey; 4] = [
    PressedKey::ArrowDown,
    PressedKey::ArrowUp,
    PressedKey::ArrowLeft,
    PressedKey::ArrowRight,
];

/// A column of a board.
#[derive(Clone, Debug)]
pub struct Lane<C, K> {
    /// What the view knows it by.
    pub value: C,
    /// What stands at its head.
    pub title: &'static str,
    /// Its mark.
    pub tone: Tone,
    /// Its cards, with what a screen reader speaks.
    pub cards: Vec<(K, String)>,
}

/// What one did on a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardResponse<C, K> {
    /// A card was clicked; with Ctrl, it joins or leaves what is selected.
    pub clicked: Option<(K, bool)>,
    /// A card was clicked twice.
    pub opened: Option<K>,
    /// A card was dropped on another column.
    pub moved: Option<(K, C)>,
}

/// Draws a board. Cards are all of one height; `card` draws what stands on one. `only` is the one that is selected, if
/// it is one.
pub fn board_ui<C: Copy + PartialEq + std::fmt::Debug, K: Key>(
    ui: &mut Ui,
    id: Id,
    lanes: &[Lane<C, K>],
    card_height: f32,
    is_selected: &dyn Fn(K) -> bool,
    only: Option<K>,
    mut card: impl FnMut(&mut Ui, K),
) -> BoardResponse<C, K> {
    let theme = Theme::of(ui);
    let mut response = BoardResponse {
        clicked: None,
        opened: None,
        moved: None,
    };
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, theme.canvas);
    let count = lanes.len().max(1) as f32;
    let entered = entered(ui, lanes, is_selected);
    let free = area.width() - 2.0 * MARGIN - GAP * (count - 1.0);
    let width = (free / count).clamp(COLUMN, WIDEST);
    // What is selected elsewhere is brought into sight, and stays there where something opens beside the board.
    let seen = (area.width(), only);
    let was: Option<(f32, Option<K>)> = ui.data(|it| it.get_temp(id));
    ui.data_mut(|it| it.insert_temp(id, seen));
    let is_news = was.is_none_or(|(width, was)| area.width() < width || was != only);
    let wanted = only.filter(|_| is_news);
    ScrollArea::horizontal()
        .id_salt(id)
        .auto_shrink(false)
        .show(ui, |ui| {
            let top = ui.min_rect().min + vec2(MARGIN, GAP + 4.0);
            let bottom = area.bottom() - GAP;
            let total = 2.0 * MARGIN + count * width + GAP * (count - 1.0);
            ui.set_min_size(vec2(total, area.height()));
            for (at, lane) in lanes.iter().enumerate() {
                let left = top.x + (width + GAP) * at as f32;
                let rect = Rect::from_min_max(pos2(left, top.y), pos2(left + width, bottom));
                let neighbours = (
                    at.checked_sub(1)
                        .and_then(|it| lanes.get(it))
                        .map(|it| it.value),
                    lanes.get(at + 1).map(|it| it.value),
                );
                let lane_ui = Column {
                    lane,
                    board: id,
                    id: id.with(at),
                    entered,
                    wanted,
                    rect,
                    neighbours,
                    card_height,
                };
                lane_ui.ui(ui, is_selected, &mut card, &mut response);
            }
        });
    response
}

/// The card into which an arrow leads when the keyboard is nowhere: the one that is selected, or else the first.
fn entered<C, K: Key>(ui: &Ui, lanes: &[Lane<C, K>], is_selected: &dyn Fn(K) -> bool) -> Option<K> {
    let is_arrow = ui.input(|it| ARROWS.iter().any(|arrow| it.key_pressed(*arrow)));
    if !is_arrow || !super::nobody_has_the_keyboard(ui) {
        return None;
    }
    let mut cards = lanes.iter().flat_map(|lane| &lane.cards);
    let first = cards.clone().next();
    let card = cards.find(|(key, _)| is_selected(*key)).or(first)?;
    Some(card.0)
}

/// One column, in one frame.
struct Column<'a, C, K> {
    lane: &'a Lane<C, K>,
    board: Id,
    id: Id,
    /// The card that takes the keyboard in this frame.
    entered: Option<K>,
    /// The card that is to be brought into sight in this frame.
    wanted: Option<K>,
    rect: Rect,
    neighbours: (Option<C>, Option<C>),
    card_height: f32,
}

impl<C: Copy + PartialEq + std::fmt::Debug, K: Key> Column<'_, C, K> {
    fn ui(
        &self,
        ui: &mut Ui,
        is_selected: &dyn Fn(K) -> bool,
        card: &mut impl FnMut(&mut Ui, K),
        response: &mut BoardResponse<C, K>,
    ) {
        let theme = Theme::of(ui);
        let Self { lane, id, rect, .. } = self;
        let drop = ui.interact(*rect, id.with("drop"), Sense::hover());
        // By place, not by what lies on top: the carried card itself is under the pointer.
        let carried = egui::DragAndDrop::payload::<K>(ui.ctx());
        let pointer = ui.ctx().pointer_interact_pos();
        let is_over = pointer.is_some_and(|it| rect.contains(it));
        let is_target = is_over
            && carried
                .as_ref()
                .is_some_and(|it| lane.cards.iter().all(|(key, _)| *key != **it));
        if is_target {
            ui.painter().rect_filled(*rect, 8.0, theme.accent_soft);
        }
        let head = rect.left_top() + vec2(10.0, HEAD / 2.0);
        status::paint(ui.painter(), head, lane.tone, theme);
        let title = ui.painter().text(
            head + vec2(12.0, 0.0),
            Align2::LEFT_CENTER,
            lane.title,
            theme::font(SMALL, SEMIBOLD),
            theme.text,
        );
        ui.painter().text(
            title.right_center() + vec2(8.0, 0.0),
            Align2::LEFT_CENTER,
            lane.cards.len(),
            theme::regular(SMALL),
            theme.secondary,
        );
        let said = format!("{}, {} cards", lane.title, lane.cards.len());
        drop.widget_info(|| WidgetInfo::labeled(Role::List, true, &said));

        let body = rect.with_min_y(rect.top() + HEAD);
        let mut body_ui = ui.new_child(
            UiBuilder::new()
                .id_salt(*id)
                .max_rect(body)
                .accessibility_parent(drop.id),
        );
        body_ui.spacing_mut().item_spacing = vec2(0.0, GAP);
        let mut cards = lane.cards.iter();
        let wanted = self
            .wanted
            .and_then(|it| cards.position(|(key, _)| *key == it));
        let mut is_wanted = wanted.is_some();
        ScrollArea::vertical()
            .id_salt(id.with("cards"))
            .auto_shrink(false)
            .show_rows(
                &mut body_ui,
                self.card_height,
                lane.cards.len(),
                |ui, seen| {
                    if let Some(place) = wanted {
                        let each = self.card_height + GAP;
                        let down = each * (place as f32 - seen.start as f32);
                        let top = ui.max_rect().left_top() + vec2(0.0, down);
                        let size = vec2(rect.width(), self.card_height);
                        ui.scroll_to_rect(Rect::from_min_size(top, size), None);
                    }
                    for (key, name) in lane.cards.get(seen).unwrap_or_default() {
                        is_wanted |=
                            self.card_ui(ui, *key, name, is_selected(*key), card, response);
                    }
                },
            );
        // What scrolls up and down lets nothing through that asks to be seen from the side.
        if is_wanted {
            ui.scroll_to_rect(*rect, None);
        }
        if is_target
            && ui.input(|it| it.pointer.any_released())
            && let Some(key) = carried
        {
            response.moved = Some((*key, self.lane.value));
        }
    }

    /// Draws a card. Returns whether it has just got the keyboard.
    fn card_ui(
        &self,
        ui: &mut Ui,
        key: K,
        name: &str,
        is_selected: bool,
        card: &mut impl FnMut(&mut Ui, K),
        response: &mut BoardResponse<C, K>,
    ) -> bool {
        let size = vec2(ui.available_width(), self.card_height);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        // Not of the column: a card that goes to another one keeps the keyboard.
        let id = self.board.with(("card", key));
        let touch = ui.interact(rect, id, Sense::click_and_drag());
        touch.dnd_set_drag_payload(key);
        touch.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, name));
        if touch.dragged() {
            // What is carried floats under the pointer; its place stays empty, so that one sees where it was.
            let theme = Theme::of(ui);
            let dashes = egui::Shape::dashed_line(
                &[
                    rect.left_top(),
                    rect.right_top(),
                    rect.right_bottom(),
                    rect.left_bottom(),
                    rect.left_top(),
                ],
                Stroke::new(1.0, theme.line_strong),
                4.0,
                4.0,
            );
            ui.painter().extend(dashes);
            if let Some(pointer) = ui.ctx().pointer_interact_pos() {
                let carried = Rect::from_min_size(pointer - vec2(24.0, 16.0), size);
                let layer = LayerId::new(Order::Tooltip, id.with("carried"));
                let mut float = ui.new_child(UiBuilder::new().layer_id(layer).max_rect(carried));
                float.set_clip_rect(ui.ctx().content_rect());
                paint_card(&mut float, carried, key, true, card);
            }
        } else {
            paint_card(ui, rect, key, is_selected, card);
        }
        super::focus_ring(ui, &touch);
        if touch.double_clicked() {
            response.opened = Some(key);
        } else if touch.clicked() {
            touch.request_focus();
            response.clicked = Some((key, ui.input(|it| it.modifiers.command)));
        }
        if self.entered == Some(key) {
            touch.request_focus();
        }
        if touch.gained_focus() {
            touch.scroll_to_me(None);
        }
        if touch.has_focus() {
            // Alt with an arrow carries the card over without the mouse.
            let (left, right) = ui.input_mut(|input| {
                let mut take = |key| input.consume_key(egui::Modifiers::ALT, key);
                (take(PressedKey::ArrowLeft), take(PressedKey::ArrowRight))
            });
            let (before, after) = self.neighbours;
            let to = before.filter(|_| left).or(after.filter(|_| right));
            if let Some(to) = to {
                response.moved = Some((key, to));
            }
        }
        touch.gained_focus()
    }
}

fn paint_card<K: Key>(
    ui: &mut Ui,
    rect: Rect,
    key: K,
    is_marked: bool,
    card: &mut impl FnMut(&mut Ui, K),
) {
    let theme = Theme::of(ui);
    let stroke = if is_marked {
        Stroke::new(1.5, theme.accent)
    } else {
        theme.hairline()
    };
    ui.painter().rect(
        rect,
        f32::from(theme::RADIUS),
        theme.surface,
        stroke,
        StrokeKind::Inside,
    );
    let inner = rect.shrink2(vec2(10.0, 8.0));
    let mut inside = ui.new_child(
        UiBuilder::new()
            .id_salt(key)
            .max_rect(inner)
            .layout(Layout::top_down(egui::Align::Min)),
    );
    inside.set_clip_rect(inner.expand(2.0).intersect(ui.clip_rect()));
    inside.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    inside.spacing_mut().item_spacing = vec2(4.0, 2.0);
    card(&mut inside, key);
}

/// A line of text on a card.
pub fn card_line(ui: &mut Ui, text: &str) {
    let ink = Theme::of(ui).secondary;
    let text = egui::RichText::new(text)
        .font(theme::regular(SMALL))
        .color(ink);
    ui.add(egui::Label::new(text).truncate());
}

/// The title of a card.
pub fn card_title(ui: &mut Ui, text: &str) {
    let text = egui::RichText::new(text).font(theme::font(BODY, theme::MEDIUM));
    ui.add(egui::Label::new(text).truncate());
}

/// Words on a card, in two lines at most; all of them when one points at it.
pub fn card_words(ui: &mut Ui, words: &str, font: FontId, ink: egui::Color32) {
    let room = ui.available_width();
    let mut job = egui::text::LayoutJob::simple(words.to_owned(), font, ink, room);
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    // A label that is cut shows all of it by itself.
    ui.add(egui::Label::new(galley));
}
