//! Filters with names: those that come with a list, and those that a planner saved.

use egui::{
    Popup, PopupCloseBehavior, Rect, Response, RichText, Role, Sense, Ui, WidgetInfo, vec2,
};

use super::{kept::Chosen, line::Filter, memory::FilterMemory};
use crate::{
    model::{mission::Mission, sentence},
    widget::{
        button, focus_ring,
        icon::{self, Icon},
        menu::drop_down,
        text,
        theme::{self, SMALL, Theme},
    },
};

/// The height of a name.
const PILL: f32 = 24.0;
/// The widest a name can be before it is cut.
const WIDEST: f32 = 240.0;

/// Filters that come with a list, under their name.
pub type Ready<F> = (&'static str, &'static [F]);

/// Filters that somebody saved under a name.
#[derive(Clone, Debug, PartialEq)]
struct Saved<F> {
    name: String,
    typed: String,
    filters: Vec<F>,
    /// Filters that only another version understands: kept, so that nothing is lost there.
    unread: Vec<String>,
}

impl<F: Filter> Saved<F> {
    /// Whether it means something in this mission.
    fn is_here(&self, mission: &Mission) -> bool {
        self.unread.is_empty() && self.filters.iter().all(|it| it.is_here(mission))
    }
}

/// All filters that a planner saved for a list.
#[derive(Debug)]
pub struct SavedFilters<F> {
    all: Vec<Saved<F>>,
    /// The name that is being typed.
    naming: String,
}

impl<F> Default for SavedFilters<F> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            naming: String::new(),
        }
    }
}

/// What one did with a name.
enum Did {
    Choose,
    Rename(String),
    Remove,
}

impl<F: Filter> SavedFilters<F> {
    /// Draws the names in a line, and does what one does with them.
    pub fn ui<G>(
        &mut self,
        ui: &mut Ui,
        mission: &Mission,
        ready: &[Ready<F>],
        chosen: &mut Chosen<F, G>,
    ) {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        let is_all = is_chosen(chosen, "", &[]);
        if pill(ui, "All", is_all, false).0.clicked() {
            choose(chosen, "", &[]);
        }
        let mut is_named = is_all;
        for (name, filters) in ready {
            let is_on = is_chosen(chosen, "", filters);
            is_named |= is_on;
            if pill(ui, name, is_on, false).0.clicked() {
                choose(chosen, "", if is_on { &[] } else { filters });
            }
        }
        let mut did = None;
        for (at, saved) in self.all.iter().enumerate() {
            if !saved.is_here(mission) {
                continue;
            }
            let is_on = is_chosen(chosen, &saved.typed, &saved.filters);
            is_named |= is_on;
            let it = saved_ui(ui, &saved.name, is_on, &mut self.naming);
            did = it.map(|it| (at, it)).or(did);
        }
        match did {
            Some((at, Did::Choose)) => {
                if let Some(it) = self.all.get(at) {
                    choose(chosen, &it.typed, &it.filters);
                }
            }
            Some((at, Did::Rename(name))) => {
                if let Some(it) = self.all.get_mut(at) {
                    it.name = name;
                }
            }
            Some((at, Did::Remove)) => {
                self.all.remove(at);
            }
            None => {}
        }
        if !is_named {
            self.save_ui(ui, mission, chosen);
        }
    }

    /// The link that saves what is filtered by now, and where one names it.
    fn save_ui<G>(&mut self, ui: &mut Ui, mission: &Mission, chosen: &Chosen<F, G>) {
        let link = button::small_link(ui, "Save these filters…");
        if link.clicked() {
            let words = chosen.filters.iter().map(|it| it.words(mission));
            let typed = chosen.typed.trim().to_owned();
            let words: Vec<String> = words.chain([typed]).filter(|it| !it.is_empty()).collect();
            self.naming = sentence::capital(&words.join(", "));
        }
        if let Some(name) = name_ui(&link, &mut self.naming, "Save", |_| {}) {
            let saved = Saved {
                name,
                typed: chosen.typed.clone(),
                filters: chosen.filters.clone(),
                unread: Vec::new(),
            };
            // A name that is there already means: these from now on.
            let is_it = |it: &&mut Saved<F>| it.name == saved.name && it.is_here(mission);
            match self.all.iter_mut().find(is_it) {
                Some(it) => *it = saved,
                None => self.all.push(saved),
            }
        }
    }

    /// What is to be remembered.
    pub fn memory(&self) -> Vec<FilterMemory> {
        let memory = |it: &Saved<F>| FilterMemory {
            name: it.name.clone(),
            typed: it.typed.clone(),
            filters: it
                .filters
                .iter()
                .filter_map(|it| ron::to_string(it).ok())
                .chain(it.unread.iter().cloned())
                .collect(),
        };
        self.all.iter().map(memory).collect()
    }

    /// As they are remembered.
    pub fn recall(&mut self, memory: &[FilterMemory]) {
        let saved = |it: &FilterMemory| {
            let mut saved = Saved {
                name: it.name.clone(),
                typed: it.typed.clone(),
                filters: Vec::new(),
                unread: Vec::new(),
            };
            for text in &it.filters {
                match ron::from_str(text) {
                    Ok(filter) => saved.filters.push(filter),
                    Err(_) => saved.unread.push(text.clone()),
                }
            }
            saved
        };
        self.all = memory.iter().map(saved).collect();
    }
}

fn is_chosen<F: Filter, G>(chosen: &Chosen<F, G>, typed: &str, filters: &[F]) -> bool {
    chosen.typed.trim() == typed.trim()
        && chosen.filters.len() == filters.len()
        && filters.iter().all(|it| chosen.filters.contains(it))
}

fn choose<F: Filter, G>(chosen: &mut Chosen<F, G>, typed: &str, filters: &[F]) {
    typed.clone_into(&mut chosen.typed);
    chosen.filters = filters.to_vec();
}

/// A name that was saved, and the menu that renames and removes it.
fn saved_ui(ui: &mut Ui, name: &str, is_on: bool, naming: &mut String) -> Option<Did> {
    let (whole, arrow) = pill(ui, name, is_on, true);
    let mut did = whole.clicked().then_some(Did::Choose);
    let arrow = arrow?;
    if arrow.clicked() {
        name.clone_into(naming);
    }
    let renamed = name_ui(&arrow, naming, "Rename", |ui| {
        if button::danger(ui, "Remove").clicked() {
            did = Some(Did::Remove);
            ui.close();
        }
    });
    renamed.map(Did::Rename).or(did)
}

/// Where one types a name, under the button that opens it. Returns the name when it was given.
fn name_ui(
    button: &Response,
    naming: &mut String,
    verb: &str,
    more: impl FnOnce(&mut Ui),
) -> Option<String> {
    let mut given = None;
    let popup = Popup::menu(button)
        .width(260.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    drop_down(popup, button, |ui| {
        let title = RichText::new("Name of these filters").font(theme::regular(SMALL));
        ui.label(title.color(Theme::of(ui).secondary));
        let field = text::line(ui, "Name of these filters", naming, "");
        if button.clicked() {
            field.request_focus();
            // Who types has a name in mind; who has none keeps the one that is offered.
            text::select_all(ui.ctx(), field.id, naming);
        }
        let enter = text::line_entered(ui, &field);
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            // The padding of a menu is too little for buttons.
            ui.spacing_mut().button_padding = vec2(10.0, 4.0);
            let can = !naming.trim().is_empty();
            let takes = ui.add_enabled_ui(can, |ui| button::primary(ui, verb)).inner;
            if can && (takes.clicked() || enter) {
                given = Some(naming.trim().to_owned());
                ui.close();
            }
            more(ui);
        });
    });
    given
}

/// A name, as a pill, and the arrow at its end when it has one.
pub fn pill(ui: &mut Ui, name: &str, is_on: bool, has_arrow: bool) -> (Response, Option<Response>) {
    let theme = Theme::of(ui);
    let ink = if is_on { theme.accent } else { theme.secondary };
    let font = theme::font(SMALL, theme::MEDIUM);
    let words = text::elided(ui, name, font, ink, WIDEST);
    let end = if has_arrow { PILL } else { 10.0 };
    let size = vec2(10.0 + words.size().x + end, PILL);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let fill = match (is_on, response.hovered()) {
        (true, _) => theme.accent_soft,
        (false, true) => theme.line,
        (false, false) => theme.quiet,
    };
    ui.painter().rect_filled(rect, PILL / 2.0, fill);
    let at = rect.left_center() + vec2(10.0, -words.size().y / 2.0);
    ui.painter().galley(at, words, ink);
    focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, name));
    let arrow = has_arrow.then(|| {
        let rect = Rect::from_min_max(rect.right_top() - vec2(PILL, 0.0), rect.max);
        let arrow = ui.interact(rect, response.id.with("arrow"), Sense::click());
        let said = format!("Rename or remove {name}");
        let at = rect.center() - vec2(1.0, 0.0);
        icon::paint(ui.painter(), at, Icon::ChevronDown, 12.0, ink);
        focus_ring(ui, &arrow);
        arrow.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
        arrow.on_hover_text("Rename or remove")
    });
    (response, arrow)
}
