//! The menu of what a list can be filtered by, with a field that narrows a long one down.

use egui::{FocusDirection, Key, Modifiers, RichText, Ui};
use jiff::civil::Date;

use super::{
    line::{Filter, Offered},
    menu_button, menu_heading, menu_under,
};
use crate::{
    model::fold::fold,
    view::{kept::Kept, scene::Scene},
    widget::{
        picker, text,
        theme::{GRID, Theme},
    },
};

/// With more than this, one types rather than reads.
const MANY: usize = 12;
/// What stands in the field beside the words.
const BESIDE: f32 = 52.0;

/// What one can filter by, under headings, with its words and those folded.
type WithWords<F> = Vec<(&'static str, Vec<(F, String, String)>)>;

/// The menu, and what is typed into it while it is open.
pub(super) struct Offers<F> {
    typed: String,
    is_open: bool,
    offered: Kept<(u64, Date), WithWords<F>>,
}

impl<F> Default for Offers<F> {
    fn default() -> Self {
        Self {
            typed: String::new(),
            is_open: false,
            offered: Kept::default(),
        }
    }
}

impl<F: Filter> Offers<F> {
    /// Draws the button, and the menu under it. Returns the filter that was chosen, or taken back.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        offered: impl FnOnce() -> Offered<F>,
        chosen: &[F],
    ) -> Option<F> {
        let button = menu_button(ui, "Only", "");
        let Self {
            typed,
            is_open,
            offered: kept,
        } = self;
        let head = |ui: &mut Ui| {
            let offered = kept.follow((scene.version, scene.today), || {
                let with_words = |it: F| {
                    let words = it.in_menu(scene.mission);
                    (it, words.clone(), fold(&words))
                };
                let groups = offered().into_iter();
                let group = |(heading, all): (_, Vec<F>)| {
                    (heading, all.into_iter().map(with_words).collect())
                };
                groups.map(group).collect()
            });
            let is_long = MANY < offered.iter().map(|(_, all)| all.len()).sum();
            let takes_first = is_long && field_ui(ui, typed, !*is_open);
            *is_open |= !ui.is_sizing_pass();
            (offered, typed.as_str(), takes_first)
        };
        let shown = menu_under(&button, head, |ui, (offered, typed, takes_first)| {
            lines_ui(ui, offered, typed, takes_first, chosen)
        });
        if shown.is_none() {
            self.is_open = false;
            self.typed.clear();
            // What is selected may be something else when it opens again.
            self.offered = Kept::default();
        }
        shown.flatten()
    }
}

/// The field. Returns whether Enter was pressed in it.
fn field_ui(ui: &mut Ui, typed: &mut String, is_new: bool) -> bool {
    let id = ui.scope_id().with("find a filter");
    let is_here = ui.memory(|it| it.has_focus(id));
    // Enter is not for the field, which would let the keyboard go: where nothing is found, one types on.
    let enters = is_here && ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Enter));
    let goes_down = is_here && ui.input(|it| it.key_pressed(Key::ArrowDown));
    // What stands in the list says how wide it is.
    let room = if ui.is_sizing_pass() {
        0.0
    } else {
        ui.available_width() - BESIDE
    };
    let field = text::filter(ui, id, typed, "Find a filter", room);
    if is_new && !ui.is_sizing_pass() {
        field.request_focus();
    }
    if goes_down {
        ui.memory_mut(|it| it.move_focus(FocusDirection::Next));
    }
    ui.add_space(GRID);
    enters
}

fn lines_ui<F: Filter>(
    ui: &mut Ui,
    offered: &WithWords<F>,
    typed: &str,
    takes_first: bool,
    chosen: &[F],
) -> Option<F> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut touched = None;
    let mut is_first = takes_first;
    let mut count = 0;
    for (heading, all) in offered {
        let fits = |(.., folded): &&(F, String, String)| words.iter().all(|it| folded.contains(it));
        let mut fitting = all.iter().filter(fits).peekable();
        if !heading.is_empty() && fitting.peek().is_some() {
            menu_heading(ui, heading);
        }
        for (filter, words, _) in fitting {
            count += 1;
            let row = picker::row(ui, words, "", chosen.contains(filter));
            if row.clicked() || std::mem::take(&mut is_first) {
                touched = Some(*filter);
            }
        }
    }
    if count == 0 {
        ui.label(RichText::new("Nothing is called so").color(Theme::of(ui).secondary));
    }
    if takes_first && touched.is_some() {
        ui.close();
    }
    touched
}
