//! The tray: what has no time yet waits below the grid, beside the legend of the colours.

use egui::{
    Align2, CursorIcon, Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{
    ScheduleView, block,
    drag::{Hand, Held},
    kept::Kept,
    look,
    shape::Shape,
    time_grid::length,
};
use crate::{
    model::{
        item::{Item, ItemId},
        meeting::MeetingStatus,
        mission::Mission,
        slot::HALF_HOUR,
    },
    view::scene::{Action, Scene},
    widget::{
        icon::{self, Icon},
        theme::{self, MEDIUM, SEMIBOLD, SMALL, Theme},
    },
};

/// What it takes to say how many entries of the legend are left out.
const ROOM_FOR_MORE: f32 = 32.0;
/// The size of a card.
const CARD: egui::Vec2 = vec2(206.0, 54.0);

/// The height of the tray with its cards, and of its heading alone.
const HEIGHT: (f32, f32) = (98.0, 32.0);
/// Below this height of the schedule the cards are put away, until one asks for them.
const ROOM_FOR_CARDS: f32 = 380.0;

impl ScheduleView {
    /// How high the tray is: lower when nothing waits and no hand may put something in, or when it is folded. In a
    /// low window it makes way for the grid while a hand looks for a time there.
    pub(super) fn tray_height(&self, kept: &Kept, body: Rect) -> f32 {
        let is_holding = matches!(self.hand, Hand::Holding(_));
        let is_needed = !kept.waiting.is_empty() || is_holding;
        let makes_way = is_holding && body.height() <= ROOM_FOR_CARDS;
        if is_needed && !makes_way && self.tray_is_open(body) {
            HEIGHT.0
        } else {
            HEIGHT.1
        }
    }

    fn tray_is_open(&self, body: Rect) -> bool {
        let asked = self.tray_asked_open;
        asked.unwrap_or(ROOM_FOR_CARDS < body.height())
    }

    /// The heading, which folds the tray and unfolds it. Returns where it ends.
    fn tray_heading_ui(&mut self, ui: &Ui, kept: &Kept, rect: Rect) -> f32 {
        let theme = Theme::of(ui);
        let painter = ui.painter().with_clip_rect(rect);
        let font = theme::font(SMALL, MEDIUM);
        let at = pos2(rect.left() + theme::MARGIN, rect.top() + HEIGHT.1 / 2.0);
        let many = kept.waiting.len();
        if many == 0 {
            let words = "Everything has a time";
            let drawn = painter.text(at, Align2::LEFT_CENTER, words, font, theme.secondary);
            return drawn.right();
        }
        let is_open = HEIGHT.1 < rect.height();
        let words = format!("Without a time · {many}");
        let drawn = painter.text(at, Align2::LEFT_CENTER, words, font, theme.secondary);
        let hit = Rect::from_min_max(
            pos2(rect.left(), rect.top()),
            pos2(drawn.right() + 24.0, rect.top() + HEIGHT.1),
        );
        let response = ui.interact(hit, Id::unique("schedule tray heading"), Sense::click());
        let chevron = if is_open {
            Icon::ChevronDown
        } else {
            Icon::ChevronUp
        };
        let at = pos2(drawn.right() + 12.0, at.y);
        icon::paint(&painter, at, chevron, SMALL, theme.secondary);
        let name = if is_open {
            "Fold the tray"
        } else {
            "Unfold the tray"
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        crate::widget::focus_ring(ui, &response);
        if response.on_hover_text(name).clicked() {
            self.tray_asked_open = Some(!is_open);
        }
        drawn.right() + 24.0
    }

    pub(super) fn tray_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, kept: &mut Kept, rect: Rect) {
        let theme = Theme::of(ui);
        let painter = ui.painter().with_clip_rect(rect);
        let takes = matches!(self.hand, Hand::Holding(_))
            && ui
                .input(|it| it.pointer.interact_pos())
                .is_some_and(|it| rect.contains(it));
        let ground = if takes {
            theme.accent_soft
        } else {
            theme.canvas
        };
        painter.rect_filled(rect, 0.0, ground);
        painter.hline(rect.x_range(), rect.top() + 0.5, theme.hairline());
        let said = self.tray_heading_ui(ui, kept, rect);
        if self.shown.shape != Shape::List {
            self.legend_ui(ui, scene, rect, said + theme::GAP);
        }
        if kept.waiting.is_empty() || rect.height() < 60.0 {
            return;
        }
        let cards = Rect::from_min_max(
            pos2(rect.left(), rect.top() + 29.0),
            pos2(rect.right(), rect.bottom() - 5.0),
        );
        let mut child = ui.new_child(UiBuilder::new().max_rect(cards).id_salt("schedule tray"));
        child.shrink_clip_rect(cards);
        child.spacing_mut().scroll.content_margin = egui::Margin::ZERO;
        child.spacing_mut().scroll.fade.strength = 0.0;
        let each = CARD.x + theme::GAP;
        ScrollArea::horizontal()
            .auto_shrink(false)
            .scroll_source(egui::scroll_area::ScrollSource {
                drag: egui::scroll_area::DragScroll::Never,
                ..Default::default()
            })
            .show_viewport(&mut child, |ui, seen| {
                let total = each * kept.waiting.len() as f32 + 2.0 * theme::MARGIN;
                let (content, _) = ui.allocate_exact_size(vec2(total, CARD.y), Sense::hover());
                let first = ((seen.left() - theme::MARGIN) / each).floor().max(0.0) as usize;
                let last = (seen.right() / each).ceil() as usize + 1;
                for at in first..last.min(kept.waiting.len()) {
                    let Some(id) = kept.waiting.get(at).copied() else {
                        break;
                    };
                    let left = content.left() + theme::MARGIN + each * at as f32;
                    // The ring around a selected card needs room above it.
                    let top = content.top() + 3.0;
                    let rect = Rect::from_min_size(pos2(left, top), CARD);
                    self.card_ui(ui, scene, rect, id);
                }
            });
    }

    fn card_ui(&mut self, ui: &Ui, scene: &Scene<'_>, rect: Rect, id: ItemId) {
        let Some(item) = scene.mission.item(id) else {
            return;
        };
        let theme = Theme::of(ui);
        let response = ui.interact(rect, card_id(id), Sense::click_and_drag());
        let is_selected = scene.selection.contains(id);
        let title = item.name();
        let note = note(scene.mission, id, item);
        response.widget_info(|| {
            WidgetInfo::selected(
                Role::Button,
                true,
                is_selected,
                format!("{title}, without a time, {note}"),
            )
        });
        let mut painter = ui.painter().clone();
        if matches!(&self.hand, Hand::Holding(held) if held.lead == id) {
            painter.multiply_opacity(0.4);
        }
        let ground = if response.hovered() {
            theme.quiet
        } else {
            theme.surface
        };
        let round = f32::from(theme::RADIUS);
        painter.rect_filled(rect, round, ground);
        let stroke = egui::Stroke::new(1.0, theme.line_strong);
        painter.extend(block::dashed(rect.shrink(0.5), stroke));
        let width = CARD.x - 20.0;
        let name = block::line(
            &painter,
            &title,
            theme::font(SMALL, SEMIBOLD),
            theme.text,
            width,
            false,
        );
        painter.galley(rect.min + vec2(10.0, 9.0), name, theme.text);
        let said = block::line(
            &painter,
            &note,
            theme::regular(SMALL),
            theme.secondary,
            width,
            false,
        );
        painter.galley(rect.min + vec2(10.0, 27.0), said, theme.secondary);
        if is_selected {
            painter.rect_stroke(
                rect.expand(1.0),
                round + 1.0,
                egui::Stroke::new(2.0, theme.accent),
                egui::StrokeKind::Outside,
            );
        } else if response.has_focus() {
            crate::widget::focus_ring(ui, &response);
        }
        if self.hand == Hand::Free && response.drag_started_by(egui::PointerButton::Primary) {
            self.hand = taken(scene, id);
            self.revealed = Some(id.into());
            scene.select(id);
        }
        if response.clicked() {
            self.revealed = Some(id.into());
            if ui.input(|it| it.modifiers.command) {
                scene.push(Action::Select(scene.selection.toggled(id.into())));
            } else {
                scene.select(id);
            }
        }
        if response.gained_focus() && !is_selected {
            // Keys mean what one sees is selected.
            self.revealed = Some(id.into());
            scene.select(id);
        }
        if response.hovered() && self.hand == Hand::Free {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
        }
        self.card_menu(ui, scene, id, &response);
    }

    /// What the colours stand for, as many as there is room for, from the right.
    fn legend_ui(&mut self, ui: &Ui, scene: &Scene<'_>, rect: Rect, from: f32) {
        let theme = Theme::of(ui);
        let painter = ui.painter().with_clip_rect(rect);
        let middle = rect.top() + 16.0;
        let mut entries = look::legend(theme, scene.mission, self.colour_by);
        let measured: Vec<_> = entries
            .drain(..)
            .map(|(name, look)| {
                let galley = painter.layout_no_wrap(name, theme::regular(SMALL), theme.secondary);
                (galley, look)
            })
            .collect();
        let room = rect.right() - theme::MARGIN - from;
        let all: f32 = measured.iter().map(|(it, _)| it.size().x + 36.0).sum();
        let more = if room < all { ROOM_FOR_MORE } else { 0.0 };
        let mut wide = more;
        let fitting = measured
            .iter()
            .take_while(|(galley, _)| {
                wide += galley.size().x + 36.0;
                wide <= room
            })
            .count();
        let taken: f32 = measured
            .iter()
            .take(fitting)
            .map(|(galley, _)| galley.size().x + 36.0)
            .sum();
        let mut left = rect.right() - theme::MARGIN - taken - more + 14.0;
        let left_out: Vec<&str> = measured
            .iter()
            .skip(fitting)
            .map(|it| it.0.text())
            .collect();
        if !left_out.is_empty() {
            let words = format!("+{}", left_out.len());
            let at = pos2(rect.right() - theme::MARGIN, middle);
            let font = theme::regular(SMALL);
            let drawn = painter.text(at, Align2::RIGHT_CENTER, words, font, theme.secondary);
            let id = Id::unique("more of the legend");
            let response = ui.interact(drawn.expand(4.0), id, Sense::hover());
            response.on_hover_text(left_out.join("\n"));
        }
        for (galley, look) in measured.into_iter().take(fitting) {
            let swatch = Rect::from_min_size(pos2(left, middle - 6.0), vec2(16.0, 12.0));
            block::ground(&painter, theme, swatch, look);
            let width = galley.size().x;
            painter.galley(
                pos2(left + 22.0, middle - galley.size().y / 2.0),
                galley,
                theme.secondary,
            );
            left += width + 36.0;
        }
    }
}

/// `45 min · requested 2 March`.
fn note(mission: &Mission, id: ItemId, item: Item<'_>) -> String {
    let long = length(i32::from(item.when().minutes().get()));
    let status = look::status(item);
    let sent = match id {
        ItemId::Meeting(id) => mission
            .meetings
            .get(id)
            .filter(|it| it.status == MeetingStatus::Requested)
            .and_then(|it| it.request.sent_on),
        ItemId::Session(_) => None,
    };
    match sent {
        Some(day) => format!("{long} · requested {}", day.strftime("%-d %B")),
        None => format!("{long} · {status}"),
    }
}

/// The item of a card in the hand.
fn taken(scene: &Scene<'_>, id: ItemId) -> Hand {
    let item = scene.mission.item(id);
    let minutes = item.map_or(HALF_HOUR, |it| it.when().minutes());
    Hand::Holding(Held {
        lead: id,
        others: Vec::new(),
        was: None,
        minutes: i32::from(minutes.get()),
        grip: 0,
    })
}

/// The id of a card.
fn card_id(item: ItemId) -> Id {
    Id::unique("schedule card").with(item)
}
