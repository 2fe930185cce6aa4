//! Several things at once: how many of which sort, what is the same of all, and their names to pick one.
//!
//! They are changed together in the bar below their list, which is there even where the inspector has no room.

use egui::{Label, RichText, Ui};

use crate::{
    insight::changes::text_of,
    model::{
        entity::Entity,
        field::{Kind, Value},
        id::{AnyId, Id, PersonId, Sort},
        mission::Mission,
        participation::Role,
        sentence::count,
    },
    view::scene::{Scene, Selection},
    widget::{
        field, picker,
        theme::{self, Theme},
    },
    with_entity,
};

/// More names than this nobody reads here.
const MOST: usize = 60;

/// What is said of several things, worked out once for a version and what is selected.
#[derive(Default)]
pub struct Several {
    of: Option<(u64, Selection)>,
    /// How many of which sort.
    heading: String,
    /// Whether all are of one sort.
    are_alike: bool,
    /// The fields in which all are the same, and what stands there.
    common: Vec<(&'static str, String)>,
}

impl Several {
    /// Draws what is selected.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let is_of = |(version, selection): &(u64, Selection)| {
            *version == scene.version && selection == scene.selection
        };
        if !self.of.as_ref().is_some_and(is_of) {
            *self = Self::new(scene);
        }
        let theme = Theme::of(ui);
        let heading =
            RichText::new(&self.heading).font(theme::font(theme::HEADING, theme::SEMIBOLD));
        ui.add(Label::new(heading).wrap());
        if !self.common.is_empty() {
            field::section(ui, "The same in all", |_| {});
            for (name, text) in &self.common {
                field::row(ui, name, None, |ui| {
                    ui.horizontal(|ui| {
                        ui.set_min_height(theme::HIT);
                        ui.add(Label::new(text).wrap());
                    });
                });
            }
        }
        field::section(ui, "Selected", |_| {});
        ui.spacing_mut().item_spacing.y = 0.0;
        for thing in scene.selection.iter().take(MOST) {
            let noun = thing.sort().noun();
            let detail = if self.are_alike { "" } else { noun };
            if picker::row(ui, &scene.mission.name_of(thing), detail, false).clicked() {
                scene.select(thing);
            }
        }
        let more = scene.selection.len().saturating_sub(MOST);
        if 0 < more {
            ui.label(RichText::new(format!("and {more} more")).color(theme.secondary));
        }
    }

    fn new(scene: &Scene<'_>) -> Self {
        let sorts = Sort::counted(scene.selection.iter().map(AnyId::sort));
        let words: Vec<String> = sorts
            .iter()
            .map(|(it, many)| count(*many, it.noun()))
            .collect();
        let mut common = match (sorts.as_slice(), scene.selection.primary()) {
            ([_], Some(primary)) => {
                with_entity!(primary, id => common(scene, id), mission => Vec::new())
            }
            _ => Vec::new(),
        };
        common.extend(common_leads(scene).map(|it| ("Lead", it)));
        Self {
            of: Some((scene.version, scene.selection.clone())),
            heading: format!("{} selected", words.join(", ")),
            are_alike: sorts.len() == 1,
            common,
        }
    }
}

/// Who leads all that is selected, where that is on the programme and somebody does.
///
/// The people of each are told whole among its fields, so that one who differs hides who does not.
fn common_leads(scene: &Scene<'_>) -> Option<String> {
    let leads_of = |thing: AnyId| -> Option<Vec<PersonId>> {
        let item = scene.mission.item(thing.try_into().ok()?)?;
        Some(item.participations().in_role(Role::Lead).collect())
    };
    let mut selected = scene.selection.iter();
    let mut leads = leads_of(selected.next()?)?;
    for thing in selected {
        let others = leads_of(thing)?;
        leads.retain(|it| others.contains(it));
    }
    let names: Vec<String> = leads.iter().map(|it| scene.mission.name_of(*it)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// What is the same of everything that is selected, which is all of the sort of this one.
fn common<T: Entity>(scene: &Scene<'_>, one: Id<T>) -> Vec<(&'static str, String)> {
    let mission: &Mission = scene.mission;
    let Some(one) = mission.get(one) else {
        return Vec::new();
    };
    let selected = || {
        let all = T::table(mission).iter();
        all.filter(|(id, _)| scene.selection.contains(T::any(*id)))
    };
    let rows = T::fields_apart()
        .into_iter()
        .filter(|it| !matches!(it.kind, Kind::Prose));
    rows.filter_map(|row| {
        let value = (row.get)(one);
        let is_said = !matches!(value, Value::Flag(false) | Value::Number(0));
        let is_common = is_said && selected().all(|(_, it)| (row.get)(it) == value);
        let text = is_common.then(|| text_of(mission, row.kind, value))?;
        (!text.is_empty()).then_some((row.words.en, text))
    })
    .collect()
}
