//! The palette: find anything of the mission, or any command, by a few letters.

use egui::{
    Align2, Area, Context, Frame, Id, Key, LayerId, Margin, Modifiers, Order, ScrollArea, TextEdit,
    Ui, vec2,
};

use super::App;
use crate::{
    insight::search::fits,
    model::{fold::fold, id::AnyId},
    view::{
        command::Command,
        scene::{Page, Selection},
    },
    widget::{
        dialog, picker,
        theme::{self, HEADING, Theme},
    },
};

/// More finds than this nobody reads; one types another letter instead.
const MOST: usize = 40;

/// What is typed, and which line the keyboard is on.
#[derive(Default)]
pub struct Palette {
    typed: String,
    at: usize,
    found: Vec<Find>,
    /// Other things were found than in the last frame: the best is looked at first.
    is_new: bool,
    found_for: Option<(String, u64)>,
}

/// One line of the palette.
#[derive(Clone)]
struct Find {
    what: What,
    name: String,
    detail: String,
}

#[derive(Clone, Copy)]
enum What {
    Thing(AnyId),
    Command(Command),
}

/// The field one types into.
fn field() -> Id {
    Id::unique("palette field")
}

impl App {
    /// Draws the palette, if it is open.
    pub(super) fn palette_ui(&mut self, ctx: &Context) {
        let Some(mut palette) = self.palette.take() else {
            return;
        };
        self.find(&mut palette);
        let content = ctx.content_rect();
        let width = 600.0_f32.min(content.width() - 80.0);
        let id = Id::unique("palette");
        dialog::forget_pointer_at_opening(ctx, LayerId::new(Order::Foreground, id));
        let area = Area::new(id)
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, 72.0));
        let mut chosen = None;
        let shown = area.show(ctx, |ui| {
            Frame::popup(ui.style())
                .inner_margin(Margin::same(8))
                .show(ui, |ui| {
                    ui.set_width(width);
                    chosen = palette.ui(ui, content.height() - 220.0);
                });
        });
        let (escape, clicked) = ctx.input(|it| {
            (
                it.key_pressed(Key::Escape),
                it.pointer
                    .any_pressed()
                    .then(|| it.pointer.interact_pos())
                    .flatten(),
            )
        });
        if let Some(what) = chosen {
            self.take_find(ctx, what);
        } else if !escape && clicked.is_none_or(|at| shown.response.rect.contains(at)) {
            self.palette = Some(palette);
        }
    }

    /// Looks again when something else was typed, or the mission is another.
    fn find(&self, palette: &mut Palette) {
        let version = self.open.as_ref().map_or(0, |it| it.version());
        let key = (palette.typed.clone(), version);
        if palette.found_for.as_ref() == Some(&key) {
            return;
        }
        let typed = fold(&palette.typed);
        let command = |command: Command| Find {
            what: What::Command(command),
            name: self.name_now(command),
            detail: "command".to_owned(),
        };
        let commands = Command::ALL
            .iter()
            .copied()
            .filter(|it| self.is_enabled(*it) && *it != Command::Find);
        let fitting: Vec<Find> = commands
            .filter(|it| typed.trim().is_empty() || fits(&typed, it.name()))
            .map(command)
            .collect();
        let things: Vec<Find> = match &self.open {
            Some(open) if !typed.trim().is_empty() => open
                .insight()
                .search()
                .find(open.mission(), &palette.typed, MOST)
                .into_iter()
                .map(|hit| Find {
                    what: What::Thing(hit.id),
                    detail: [hit.id.sort().noun(), &hit.detail]
                        .into_iter()
                        .filter(|it| !it.is_empty())
                        .collect::<Vec<_>>()
                        .join(" · "),
                    name: hit.name,
                })
                .collect(),
            _ => Vec::new(),
        };
        // A command whose name begins with what was typed is meant; others come after the finds.
        let (meant, others): (Vec<_>, Vec<_>) = fitting
            .into_iter()
            .partition(|it| !typed.is_empty() && fold(&it.name).starts_with(typed.trim()));
        let mut meant = meant;
        meant.sort_by_key(|it| it.name.chars().count());
        palette.found = meant
            .into_iter()
            .chain(things)
            .chain(others)
            .take(MOST)
            .collect();
        palette.found_for = Some(key);
        palette.at = 0;
        palette.is_new = true;
    }

    fn take_find(&mut self, ctx: &Context, what: What) {
        // Where that leads, the keyboard goes along.
        self.asked_from = None;
        match what {
            What::Command(command) => self.perform(ctx, command),
            What::Thing(thing) => {
                self.go(ctx, Page::of(thing));
                self.selection = Selection::one(thing).sought();
                self.inspector_shown = true;
            }
        }
    }
}

impl Palette {
    /// One that has the keyboard already: what is typed in the same frame is meant for it.
    pub(super) fn opened(ctx: &Context) -> Self {
        ctx.memory_mut(|it| it.request_focus(field()));
        Self::default()
    }

    fn ui(&mut self, ui: &mut Ui, height: f32) -> Option<What> {
        let (down, up, enter) = ui.input_mut(|it| {
            let mut pressed = |key| it.count_and_consume_key(Modifiers::NONE, key);
            (
                pressed(Key::ArrowDown),
                pressed(Key::ArrowUp),
                0 < pressed(Key::Enter),
            )
        });
        let edit = TextEdit::singleline(&mut self.typed)
            .id(field())
            .font(theme::regular(HEADING))
            .hint_text(egui::RichText::new("Find or do anything").color(Theme::of(ui).faint))
            .frame(Frame::new())
            .margin(Margin::symmetric(8, 8))
            .desired_width(f32::INFINITY);
        let response = ui
            .add(edit)
            .accessible_name("Find or do anything, by a few letters");
        if !response.has_focus() {
            response.request_focus();
        }
        ui.separator();
        let last = self.found.len().saturating_sub(1);
        let steps = 0 < down || 0 < up;
        self.at = (self.at + down).saturating_sub(up).min(last);
        let mut chosen = None;
        // A window keeps the height it had; what was found first must be seen whatever was found before.
        let mut scroll = ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height);
        if std::mem::take(&mut self.is_new) {
            scroll = scroll.vertical_scroll_offset(0.0);
        }
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, find) in self.found.iter().enumerate() {
                let row = picker::row(ui, &find.name, &find.detail, place == self.at);
                if row.clicked() || (enter && place == self.at) {
                    chosen = Some(find.what);
                }
                if place == self.at && steps {
                    row.scroll_to_me(None);
                }
            }
            if self.found.is_empty() {
                ui.label(
                    egui::RichText::new("Nothing fits these letters")
                        .color(Theme::of(ui).secondary),
                );
            }
        });
        chosen
    }
}
