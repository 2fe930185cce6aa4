//! The tree of topics as rows: folded, walked by keys, renamed in place, dragged onto one another, each with a menu.

mod menu;
mod walk;

use std::{collections::BTreeSet, rc::Rc};

use egui::{
    CursorIcon, Id, Key, Rect, Response, Role, ScrollArea, Sense, TextEdit, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use self::menu::Menu;
use super::{
    marks::{self, HEADER, ITEMS, TIME, figures, ghost, head_ui},
    outline::{self, Line},
};
use crate::{
    edit::{self, topics},
    model::{
        id::{AnyId, TopicId},
        topic::Topic,
    },
    view::{kept::Kept, paint, scene::Scene},
    widget::{
        self,
        icon::{self, Icon},
        theme::{self, BODY, MEDIUM, ROW, Theme},
    },
};

/// How far a step further in is.
const STEP: f32 = 20.0;
/// How far in from the edge of its row a menu opens that keys asked for.
const MENU: f32 = 16.0;

/// What the tree keeps besides the topics.
#[derive(Debug, Default)]
pub struct Tree {
    folded: BTreeSet<TopicId>,
    /// How often something was folded or unfolded.
    folds: u64,
    /// The places of the lines one sees, of that version after so many folds.
    shown: Kept<(u64, u64), Rc<[usize]>>,
    renaming: Option<Renaming>,
    dragged: Option<TopicId>,
    menu: Option<Menu>,
    reveal: Option<TopicId>,
    /// What was selected in the last frame: once brought into sight, it may be scrolled away.
    revealed: Option<AnyId>,
    /// How high the tree was in the last frame, and how far it was scrolled.
    seen: (f32, f32),
    /// The version before topics came in that are selected now and still to be brought into sight.
    before_new: Option<u64>,
}

/// A name that is being typed.
#[derive(Debug)]
struct Renaming {
    topic: TopicId,
    typed: String,
    is_new: bool,
}

/// What one asked for that the tree does not do itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// A topic, under that one or beside the roots.
    pub new: Option<Option<TopicId>>,
    /// To make that one and another one.
    pub merge: Option<TopicId>,
    /// Whether the keyboard is in it.
    pub has_focus: bool,
}

impl Tree {
    /// Brings topics that have just come in, and are selected, into sight as soon as they are there.
    pub fn show_new(&mut self, scene: &Scene<'_>) {
        self.folded.clear();
        self.folds += 1;
        self.before_new = Some(scene.version);
    }

    /// Begins to type the name of a topic that is new, wherever it will stand.
    pub fn name_new(&mut self, scene: &Scene<'_>, topic: TopicId) {
        self.begin(topic, "");
        self.reveal = Some(topic);
        self.before_new = Some(scene.version);
    }

    /// Brings what was selected, here or elsewhere, into sight, and keeps it there where the tree gets lower.
    fn follow_selection(&mut self, scene: &Scene<'_>, height: f32) {
        let primary = scene.selection.primary();
        let is_other = std::mem::replace(&mut self.revealed, primary) != primary;
        let is_new = is_other || scene.selection.is_sought();
        let is_lower = height < std::mem::replace(&mut self.seen.0, height);
        let Some(topic) = primary.and_then(|it| TopicId::try_from(it).ok()) else {
            return;
        };
        if is_new {
            let above = scene.mission.topics_above(topic).into_iter();
            for it in above.filter(|it| *it != topic) {
                self.fold(it, false);
            }
        }
        if is_new || is_lower {
            self.reveal = Some(topic);
        }
    }

    /// Unfolds a topic, so that one sees what was put under it.
    pub fn unfold(&mut self, topic: Option<TopicId>) {
        if let Some(topic) = topic {
            self.fold(topic, false);
        }
    }

    /// Draws it in all the room there is.
    ///
    /// Where the topics are narrowed down nothing is folded: what fits must be seen.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        lines: &[Line],
        is_narrowed: bool,
    ) -> Asked {
        let theme = Theme::of(ui);
        let area = ui.available_rect_before_wrap();
        ui.painter().rect_filled(area, 0.0, theme.surface);
        head_ui(ui, area);
        let body = area.with_min_y(area.top() + HEADER);
        let id = Id::unique("tree of topics");
        let keyboard = ui.interact(body, id, Sense::focusable_noninteractive());
        keyboard.widget_info(|| WidgetInfo::labeled(Role::Tree, true, "Topics"));
        widget::take_free_keyboard(ui, &keyboard);
        let mut asked = Asked {
            has_focus: keyboard.has_focus(),
            ..Asked::default()
        };
        self.follow_selection(scene, body.height());
        let shown: Rc<[usize]> = if is_narrowed {
            (0..lines.len()).collect()
        } else {
            let of = (scene.version, self.folds);
            let unfolded = || outline::unfolded(lines, &self.folded).into();
            self.shown.follow(of, unfolded).clone()
        };
        self.keys(ui, scene, &keyboard, lines, &shown);
        if self.before_new.take_if(|it| *it != scene.version).is_some() {
            let came_in = lines.iter().find(|it| scene.selection.contains(it.id));
            self.reveal = came_in.map(|it| it.id);
        }
        let mut body_ui = ui.new_child(UiBuilder::new().id_salt("tree").max_rect(body));
        let mut scroll = ScrollArea::vertical().id_salt(id).auto_shrink(false);
        if let Some(topic) = self.reveal.take()
            && let Some(at) = shown
                .iter()
                .position(|at| lines.get(*at).is_some_and(|it| it.id == topic))
        {
            let top = ROW * at as f32;
            let to = widget::into_sight(self.seen.1, body.height(), top, top + ROW);
            scroll = scroll.vertical_scroll_offset(to);
        }
        let (mut target, mut cursor) = (None, None);
        body_ui.spacing_mut().item_spacing.y = 0.0;
        let drawn = scroll.show_rows(&mut body_ui, ROW, shown.len(), |ui, range| {
            for at in range {
                let Some(line) = shown.get(at).and_then(|at| lines.get(*at)) else {
                    continue;
                };
                let (rect, _) =
                    ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
                if self.row_ui(ui, scene, rect, line, &keyboard) {
                    target = Some(line.id);
                }
                if scene.selection.primary() == Some(line.id.into()) {
                    cursor = Some((line.id, rect));
                }
            }
        });
        self.seen.1 = drawn.state.clamped_offset().y;
        if let Some((topic, rect)) = cursor.filter(|_| keyboard.has_focus())
            && widget::menu::is_asked_by_keys(ui)
        {
            let at = rect.left_bottom() + vec2(MENU, 0.0);
            self.menu = Some(Menu::new(topic, at));
        }
        self.menu_ui(scene, lines, &keyboard, &mut asked);
        self.drag_ui(ui, scene, body, target);
        ui.advance_cursor_after_rect(area);
        asked
    }

    /// Draws a row. Returns whether the pointer is on it.
    fn row_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        rect: Rect,
        line: &Line,
        keyboard: &Response,
    ) -> bool {
        let theme = Theme::of(ui);
        let id = Id::unique(("topic", line.id));
        let row = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        let is_selected = scene.selection.contains(line.id);
        let is_on = ui.rect_contains_pointer(rect);
        self.paint_back(ui, scene, rect, line, is_selected, is_on);
        if scene.selection.primary() == Some(line.id.into()) {
            widget::cursor_ui(ui, rect, id, keyboard);
        }
        row.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, is_selected, &line.name));
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_level(line.depth + 1));
        let left = rect.left() + 8.0 + STEP * line.depth.min(12) as f32;
        self.expander_ui(ui, rect, left, line, id);
        let dot = pos2(left + 34.0, rect.center().y);
        ui.painter()
            .circle_filled(dot, 4.0, theme.topic(line.colour));
        let text = pos2(left + 46.0, rect.center().y);
        let room = rect.right() - ITEMS - TIME - text.x;
        if self.renaming.as_ref().is_some_and(|it| it.topic == line.id) {
            let field = Rect::from_center_size(
                pos2(text.x - 8.0 + room / 2.0, text.y),
                vec2(room, theme::HIT),
            );
            self.name_ui(ui, scene, field, keyboard);
        } else {
            let weight = if line.depth == 0 { MEDIUM } else { "" };
            let font = if weight.is_empty() {
                theme::regular(BODY)
            } else {
                theme::font(BODY, weight)
            };
            let mark = marks::unconfirmed(line);
            let taken = mark.map_or(0.0, |(_, width)| width);
            let room = room - 8.0 - taken;
            let name = paint::left(ui.painter(), text, &line.name, font, theme.text, room);
            if let Some((words, _)) = mark {
                let at = pos2(name.right() + 10.0, text.y);
                paint::pill(ui.painter(), at, words, theme.warning, theme.warning_soft);
                ui.ctx().accesskit_node_builder(id, |node| {
                    node.set_description("no confirmed meeting");
                });
            }
        }
        figures(ui, rect, line);
        if row.clicked() {
            scene.select(line.id);
            keyboard.request_focus();
        }
        if row.double_clicked() {
            self.begin_anew(scene, line.id);
        }
        if row.drag_started() {
            self.dragged = Some(line.id);
        }
        if row.secondary_clicked() {
            scene.select(line.id);
            keyboard.request_focus();
            let at = row.interact_pointer_pos();
            self.menu = at.map(|at| Menu::new(line.id, at));
        }
        is_on
    }

    fn paint_back(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        rect: Rect,
        line: &Line,
        is_selected: bool,
        is_on: bool,
    ) {
        let theme = Theme::of(ui);
        let fill = match self.dragged {
            Some(dragged) if is_on => {
                if scene.mission.topics_above(line.id).contains(&dragged) {
                    Some(theme.error_soft)
                } else {
                    Some(theme.accent_soft)
                }
            }
            _ if is_selected => Some(theme.accent_soft),
            None if is_on => Some(theme.pointed_at()),
            _ => None,
        };
        if let Some(fill) = fill {
            ui.painter().rect_filled(rect, 0.0, fill);
        }
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    }

    fn expander_ui(&mut self, ui: &Ui, rect: Rect, left: f32, line: &Line, id: Id) {
        if !line.has_children {
            return;
        }
        let theme = Theme::of(ui);
        let is_folded = self.folded.contains(&line.id);
        let place = Rect::from_min_size(pos2(left, rect.top() + 5.0), vec2(24.0, 24.0));
        let expander = ui.interact(place, id.with("fold"), Sense::CLICK);
        let arrow = if is_folded {
            Icon::ChevronRight
        } else {
            Icon::ChevronDown
        };
        let ink = if expander.hovered() {
            theme.text
        } else {
            theme.secondary
        };
        icon::paint(ui.painter(), place.center(), arrow, 16.0, ink);
        let verb = if is_folded { "Unfold" } else { "Fold" };
        expander.widget_info(|| {
            WidgetInfo::selected(
                Role::DisclosureTriangle,
                true,
                !is_folded,
                format!("{verb} {}", line.name),
            )
        });
        if expander.clicked() {
            self.fold(line.id, !is_folded);
        }
    }

    fn fold(&mut self, topic: TopicId, is_folded: bool) {
        self.folds += 1;
        if is_folded {
            self.folded.insert(topic);
        } else {
            self.folded.remove(&topic);
        }
    }

    /// Begins to type the name of a topic.
    fn begin(&mut self, topic: TopicId, name: &str) {
        self.renaming = Some(Renaming {
            topic,
            typed: name.to_owned(),
            is_new: true,
        });
    }

    /// Begins to type another name for a topic.
    fn begin_anew(&mut self, scene: &Scene<'_>, topic: TopicId) {
        if let Some(it) = scene.mission.topics.get(topic) {
            self.begin(topic, &it.name);
        }
    }

    /// The name, typed where it stands.
    fn name_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, rect: Rect, keyboard: &Response) {
        let Some(renaming) = &mut self.renaming else {
            return;
        };
        let edit = TextEdit::singleline(&mut renaming.typed)
            .id(Id::unique("name of a topic"))
            .hint_text("Name of the topic")
            .margin(egui::Margin::symmetric(8, 4));
        let response = ui.put(rect, edit).accessible_name("Name of the topic");
        if renaming.is_new {
            renaming.is_new = false;
            response.request_focus();
            return;
        }
        if !response.lost_focus() {
            return;
        }
        let escaped = ui.input(|it| it.key_pressed(Key::Escape));
        let name = renaming.typed.trim().to_owned();
        let topic = renaming.topic;
        self.renaming = None;
        keyboard.request_focus();
        if let Some(old) = scene.mission.topics.get(topic)
            && !escaped
            && !name.is_empty()
            && old.name != name
        {
            let changed = Topic {
                name,
                ..old.clone()
            };
            scene.edit(edit::entity::change(scene.mission, topic, changed));
        }
    }

    /// Shows what is dragged, and puts it where it is let go: under the row there, or beside the roots.
    fn drag_ui(&mut self, ui: &Ui, scene: &Scene<'_>, body: Rect, target: Option<TopicId>) {
        let Some(dragged) = self.dragged else { return };
        let (pointer, released, escaped) = ui.input(|it| {
            let pointer = it.pointer.interact_pos();
            let escaped = it.key_pressed(Key::Escape);
            (pointer, it.pointer.any_released(), escaped)
        });
        if escaped {
            self.dragged = None;
            return;
        }
        if let Some(pointer) = pointer {
            ghost(ui, pointer, &scene.mission.name_of(dragged));
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        if released {
            self.dragged = None;
            let inside = pointer.is_some_and(|it| body.contains(it));
            if inside && target != Some(dragged) {
                self.unfold(target);
                scene.edit_if(topics::put_under(scene.mission, dragged, target));
            }
        }
    }
}
