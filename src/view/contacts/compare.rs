//! Two entries that look like one, side by side: field by field one says which is right, and they are one.

use std::collections::BTreeMap;

use egui::{
    Align, Id as WidgetId, Label, Layout, RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use crate::{
    edit::remove,
    insight::changes,
    model::{
        entity::Entity,
        field::{Field, Value},
        id::{AnyId, Id},
        mission::Mission,
    },
    view::scene::Scene,
    widget::{
        self, button, dialog, text,
        theme::{self, BODY, HEADING, SEMIBOLD, SMALL, Theme},
    },
};

/// Which of two values is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// That of the entry that stays.
    One,
    /// That of the entry that goes.
    Other,
    /// What both say.
    Both,
}

/// Two entries that are being compared, and what was chosen so far.
#[derive(Clone, Debug)]
pub struct Comparing {
    one: AnyId,
    other: AnyId,
    takes: BTreeMap<&'static str, Take>,
}

impl Comparing {
    /// Two entries of one sort. The one that more things point at stays.
    pub fn new(scene: &Scene<'_>, one: AnyId, other: AnyId) -> Self {
        let weight = |it: AnyId| scene.insight.references().to(it).len();
        let (one, other) = if weight(one) < weight(other) {
            (other, one)
        } else {
            (one, other)
        };
        Self {
            one,
            other,
            takes: BTreeMap::new(),
        }
    }

    /// Draws the dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, scene: &Scene<'_>) -> bool {
        match (self.one, self.other) {
            (AnyId::Person(one), AnyId::Person(other)) => self.of(ui, scene, one, other),
            (AnyId::Organisation(one), AnyId::Organisation(other)) => {
                self.of(ui, scene, one, other)
            }
            _ => false,
        }
    }

    fn of<T: Entity>(&mut self, ui: &Ui, scene: &Scene<'_>, one: Id<T>, other: Id<T>) -> bool {
        let (Some(a), Some(b)) = (scene.mission.get(one), scene.mission.get(other)) else {
            return false;
        };
        let mut is_open = true;
        let id = WidgetId::unique("compare");
        let room = ui.ctx().content_rect();
        let shown = dialog::show(ui.ctx(), id, 760.0, |ui, entered| {
            // Before the values are drawn: on one of them Enter chooses it.
            let meant = ui.input_mut(|it| it.consume_shortcut(&dialog::MEANT));
            let title = RichText::new("Are these one?").font(theme::font(HEADING, SEMIBOLD));
            ui.label(title);
            let words = "Choose what is right where they differ. Everything that names either then \
                         names the one that is kept";
            let theme = Theme::of(ui);
            ui.add(Label::new(RichText::new(words).color(theme.secondary)).wrap());
            ui.add_space(8.0);
            let rows: Vec<&'static Field<T>> = differing_rows(a, b);
            if rows.is_empty() {
                ui.label("They say the same in every field");
            }
            if !rows.is_empty() {
                let names = [(a.name(), T::any(one)), (b.name(), T::any(other))];
                heads_ui(ui, scene, &names);
            }
            let height = (room.height() - 260.0).max(120.0);
            ScrollArea::vertical()
                .min_scrolled_height(height)
                .max_height(height)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = theme::GRID;
                    for row in rows {
                        self.row_ui(ui, scene.mission, row, a, b);
                    }
                    widget::follow_keyboard(ui);
                });
            ui.add_space(12.0);
            button::at_right(ui, |ui| {
                is_open &= !button::secondary(ui, "Cancel").clicked();
                let merge = button::primary(ui, "Merge");
                let merge = merge.on_hover_text(ui.ctx().format_shortcut(&dialog::MEANT));
                if merge.clicked() || entered || meant {
                    let merged = merged(a, b, &self.takes);
                    scene.edit(remove::merge(scene.mission, one, other, merged));
                    scene.select(T::any(one));
                    is_open = false;
                }
            });
        });
        is_open && !shown.should_close()
    }

    fn row_ui<T: Entity>(&mut self, ui: &mut Ui, mission: &Mission, row: &Field<T>, a: &T, b: &T) {
        let theme = Theme::of(ui);
        let (one, other) = ((row.get)(a), (row.get)(b));
        let mut take = self
            .takes
            .get(row.key)
            .copied()
            .unwrap_or_else(|| likely(&one, &other));
        let before = take;
        ui.horizontal_top(|ui| {
            let names = names_width(ui);
            let (rect, _) = ui.allocate_exact_size(vec2(names, 28.0), Sense::hover());
            let name = row.words.en;
            let font = theme::regular(BODY);
            let ink = theme.secondary;
            crate::view::paint::left(ui.painter(), rect.left_center(), name, font, ink, names);
            let count = if both(&one, &other).is_some() {
                3.0
            } else {
                2.0
            };
            let width = (ui.available_width() - 8.0 * (count - 1.0)) / count;
            let mut choice = |ui: &mut Ui, is: Take, value: &Value| {
                let words = changes::text_of(mission, row.kind, value.clone());
                if choice_ui(ui, name, &words, take == is, width) {
                    take = is;
                }
            };
            choice(ui, Take::One, &one);
            choice(ui, Take::Other, &other);
            if let Some(both) = both(&one, &other) {
                choice(ui, Take::Both, &both);
            }
        });
        if take != before {
            self.takes.insert(row.key, take);
        }
    }
}

/// How wide the names of the fields stand.
fn names_width(ui: &Ui) -> f32 {
    (ui.available_width() * 0.18).clamp(90.0, 140.0)
}

/// The names of the two, and how often each is named elsewhere.
fn heads_ui(ui: &mut Ui, scene: &Scene<'_>, names: &[(String, AnyId); 2]) {
    let theme = Theme::of(ui);
    ui.horizontal(|ui| {
        let width = names_width(ui);
        ui.add_space(width + 8.0);
        let width = (ui.available_width() - 8.0) / 2.0;
        for (name, id) in names {
            let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
            let named = match scene.insight.references().to(*id).len() {
                0 => "named nowhere".to_owned(),
                1 => "named once".to_owned(),
                count => format!("named {count} times"),
            };
            let said = format!("{name}, {named}");
            let font = theme::font(SMALL, SEMIBOLD);
            let at = rect.left_center();
            crate::view::paint::left(ui.painter(), at, &said, font, theme.secondary, width);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
        }
    });
}

/// A value one can choose. Returns whether it was.
fn choice_ui(ui: &mut Ui, name: &str, words: &str, is_chosen: bool, width: f32) -> bool {
    let theme = Theme::of(ui);
    let is_empty = words.is_empty();
    let shown = if is_empty { "nothing" } else { words };
    let ink = if is_empty { theme.faint } else { theme.text };
    let text = RichText::new(shown).font(theme::regular(BODY)).color(ink);
    let (fill, line) = if is_chosen {
        (theme.accent_soft, theme.accent)
    } else {
        (theme.surface, theme.line_strong)
    };
    let response = ui
        .scope(|ui| {
            ui.set_max_width(width);
            let button = egui::Button::new(text)
                .wrap()
                .fill(fill)
                .stroke(egui::Stroke::new(1.0, line))
                .min_size(vec2(width, theme::HIT));
            ui.add(button)
        })
        .inner;
    widget::focus_ring(ui, &response);
    let said = format!("{name}: {shown}");
    response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, is_chosen, &said));
    response.clicked()
}

/// The rows in which two entries differ, each of which is chosen by itself. What has rows for its parts stands whole
/// where no part tells the two apart: one may be a delegate of whom nothing else is said.
fn differing_rows<T: Entity>(a: &T, b: &T) -> Vec<&'static Field<T>> {
    let is_in = |row: &Field<T>, all: &[&Field<T>]| all.iter().any(|it| it.key == row.key);
    let differs = |row: &&'static Field<T>| (row.get)(a) != (row.get)(b);
    let whole: Vec<&'static Field<T>> = T::fields().iter().collect();
    let apart = T::fields_apart();
    let mut rows: Vec<_> = apart.iter().copied().filter(differs).collect();
    if rows.iter().all(|it| is_in(it, &whole)) {
        let left = whole.into_iter().filter(|it| !is_in(it, &apart));
        rows.extend(left.filter(differs));
    }
    rows
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.trim().is_empty(),
        Value::Lines(lines) => lines.is_empty(),
        Value::Flag(flag) => !flag,
        Value::Number(number) => *number == 0,
        Value::Date(date) => date.is_none(),
        Value::Choice(at) => *at == 0,
        Value::Choices(all) => all.is_empty(),
        Value::One(one) => one.is_none(),
        Value::Many(many) => many.is_empty(),
        Value::Slots(slots) => slots.is_empty(),
        Value::Parts(parts) => parts.text().is_empty(),
        Value::Minutes(_) | Value::When(_) | Value::Zone(_) => false,
    }
}

/// What one would choose: what is said rather than nothing, both where both can stand.
fn likely(one: &Value, other: &Value) -> Take {
    match (is_empty(one), is_empty(other)) {
        (true, false) => Take::Other,
        (false, false) if both(one, other).is_some() => Take::Both,
        _ => Take::One,
    }
}

/// What both say, where a field can hold that.
fn both(one: &Value, other: &Value) -> Option<Value> {
    fn union<V: Clone + PartialEq>(one: &[V], other: &[V]) -> Option<Vec<V>> {
        let more = other.iter().filter(|it| !one.contains(it));
        let all: Vec<V> = one.iter().chain(more).cloned().collect();
        (one.len() < all.len() && other.len() < all.len()).then_some(all)
    }
    match (one, other) {
        (Value::Lines(one), Value::Lines(other)) => union(one, other).map(Value::Lines),
        (Value::Many(one), Value::Many(other)) => union(one, other).map(Value::Many),
        (Value::Choices(one), Value::Choices(other)) => union(one, other).map(Value::Choices),
        _ => None,
    }
}

/// The one entry that two become. Where nobody has chosen, what is likely.
pub fn merged<T: Entity>(one: &T, other: &T, takes: &BTreeMap<&'static str, Take>) -> T {
    let mut merged = one.clone();
    for row in differing_rows(one, other) {
        let (a, b) = ((row.get)(one), (row.get)(other));
        let take = takes
            .get(row.key)
            .copied()
            .unwrap_or_else(|| likely(&a, &b));
        let value = match take {
            Take::One => continue,
            Take::Other => b,
            Take::Both => both(&a, &b).unwrap_or(a),
        };
        // A row takes back what it handed out.
        let _kept_as_it_was = (row.set)(&mut merged, value);
    }
    merged
}

/// The strip that says two entries look like one. Returns whether they are to be compared, or are two.
pub fn strip_ui(
    ui: &mut Ui,
    names: (&str, &str),
    noun: &str,
    reason: &str,
    count: usize,
) -> (bool, bool) {
    let theme = Theme::of(ui);
    let area = ui.max_rect();
    let round = f32::from(theme::RADIUS);
    ui.painter().rect_filled(area, round, theme.warning_soft);
    let mut ui = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(area.shrink2(vec2(12.0, 4.0)))
            .layout(Layout::left_to_right(Align::Center)),
    );
    let (one, other) = names;
    let what = if count == 1 {
        format!("Look like one {noun}")
    } else {
        format!("Look like one {noun}, 1 of {count}")
    };
    let said = |ui: &mut Ui| {
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            both_ui(ui, one, other);
            let words = RichText::new(format!("{what} · {reason}")).font(theme::regular(SMALL));
            let label = Label::new(words.color(theme.secondary)).truncate();
            ui.add(label);
        });
    };
    button::at_right_after(&mut ui, said, |ui| {
        let are_two = button::link(ui, "Not the same").clicked();
        let compares = button::link(ui, "Compare and merge…").clicked();
        (compares, are_two)
    })
}

/// Two names on one line. Each has its share of the room, and more where the other needs less.
fn both_ui(ui: &mut Ui, one: &str, other: &str) {
    let ink = Theme::of(ui).text;
    let font = || theme::regular(BODY);
    let width_of = |text: &str| text::elided(ui, text, font(), ink, f32::INFINITY).size().x;
    let (between, quotes) = (width_of("” and “"), width_of("“”"));
    let room = (ui.available_width() - between - quotes).max(0.0);
    let (first, second) = (width_of(one), width_of(other));
    let first = first.min((room / 2.0).max(room - second));
    let second = second.min(room - first);
    let said = format!("“{one}” and “{other}”");
    let high = ui.text_style_height(&egui::TextStyle::Body);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::hover());
    let mut at = rect.left_center();
    for (words, width) in [
        ("“", f32::INFINITY),
        (one, first),
        ("” and “", f32::INFINITY),
        (other, second),
        ("”", f32::INFINITY),
    ] {
        let galley = text::elided(ui, words, font(), ink, width + 0.5);
        let size = galley.size();
        ui.painter()
            .galley(at - vec2(0.0, size.y / 2.0), galley, ink);
        at.x += size.x;
    }
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
    response.on_hover_text(said.clone());
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    use crate::model::{
        delegate::{Delegate, DelegationRole},
        person::Person,
    };

    #[test]
    fn what_is_said_wins_over_nothing_and_lists_are_joined() {
        let one = Person {
            given: "Carl".into(),
            family: "Kress".into(),
            emails: vec!["a@x.example".into()],
            ..Person::default()
        };
        let other = Person {
            given: "Carl B.".into(),
            title: "Regional Director".into(),
            emails: vec!["b@x.example".into()],
            ..one.clone()
        };
        let likely = merged(&one, &other, &BTreeMap::new());
        assert_eq!(likely.given, "Carl");
        assert_eq!(likely.title, "Regional Director");
        assert_eq!(likely.emails, ["a@x.example", "b@x.example"]);
        let chosen = merged(&one, &other, &BTreeMap::from([("given", Take::Other)]));
        assert_eq!(chosen.given, "Carl B.");
    }

    #[test]
    fn of_two_who_travel_each_part_is_chosen_by_itself() {
        let travelling = |delegate: Delegate| Person {
            delegate: Some(delegate),
            ..Person::default()
        };
        let one = travelling(Delegate {
            roles: BTreeSet::from([DelegationRole::Principal]),
            arrival: "TK 7".into(),
            ..Delegate::default()
        });
        let other = travelling(Delegate {
            roles: BTreeSet::from([DelegationRole::Adviser]),
            hotel_room: "1201".into(),
            arrival: "LH 418".into(),
            ..Delegate::default()
        });
        let names: Vec<_> = differing_rows(&one, &other)
            .iter()
            .map(|it| it.words.en)
            .collect();
        assert_eq!(names, ["In the delegation", "Hotel room", "Arrival"]);
        let takes = BTreeMap::from([("delegate.arrival", Take::Other)]);
        let merged = merged(&one, &other, &takes).delegate.expect("they travel");
        assert_eq!(merged.roles.len(), 2);
        assert_eq!(
            (merged.hotel_room.as_str(), merged.arrival.as_str()),
            ("1201", "LH 418")
        );
        // Somebody who does not travel is not made to by what nobody says.
        let nobody = super::merged(&Person::default(), &Person::default(), &BTreeMap::new());
        assert_eq!(nobody.delegate, None);
        // One of two travels, and nothing else is said of that.
        let (at_home, plain) = (Person::default(), travelling(Delegate::default()));
        let rows = differing_rows(&at_home, &plain);
        assert_eq!(
            rows.iter().map(|it| it.key).collect::<Vec<_>>(),
            ["delegate"]
        );
        let takes = BTreeMap::from([("delegate", Take::Other)]);
        assert!(super::merged(&at_home, &plain, &takes).is_delegate());
    }
}
