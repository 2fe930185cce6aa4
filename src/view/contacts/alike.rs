//! Two entries that look like one: the strip below the list, and the comparison it opens.

use std::collections::BTreeSet;

use egui::{Rect, Ui, UiBuilder, vec2};

use super::{
    ContactsView, Shape,
    compare::{self, Comparing},
};
use crate::{
    edit,
    insight::duplicates::{self, Duplicate},
    model::{id::AnyId, organisation::Organisation, person::Person, table::Table as Entities},
    view::scene::Scene,
    widget::theme::{MARGIN, Theme},
};

/// How high the strip at the bottom is.
pub const STRIP: f32 = 48.0;

/// What duplicates rest on: the tables as they are in memory, and who was told apart.
pub struct Tables(
    Entities<Person>,
    Entities<Organisation>,
    BTreeSet<(AnyId, AnyId)>,
);

impl PartialEq for Tables {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&other.0) && self.1.is_same(&other.1) && self.2 == other.2
    }
}

impl ContactsView {
    /// The first two entries of this list that look like one, unless somebody said that they are two; and how
    /// many such pairs there are.
    pub(super) fn alike(&mut self, scene: &Scene<'_>) -> Option<(Duplicate, usize)> {
        let of = (scene.version, self.shape);
        let mut alike = std::mem::take(&mut self.alike);
        let found = alike.follow(of, || self.first_alike(scene)).clone();
        self.alike = alike;
        found
    }

    fn first_alike(&mut self, scene: &Scene<'_>) -> Option<(Duplicate, usize)> {
        let tables = Tables(
            scene.mission.people.clone(),
            scene.mission.organisations.clone(),
            scene.mission.told_apart.clone(),
        );
        let shape = self.shape;
        let is_here = |it: &&Duplicate| match it.one {
            AnyId::Person(_) => shape == Shape::People,
            AnyId::Organisation(_) => shape == Shape::Organisations,
            _ => false,
        };
        let all = self
            .duplicates
            .follow(tables, || duplicates::likely(scene.mission));
        let mut here = all.iter().filter(is_here);
        let first = here.next()?.clone();
        Some((first, 1 + here.count()))
    }

    pub(super) fn alike_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        area: Rect,
        (alike, count): (&Duplicate, usize),
    ) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(area, 0.0, theme.surface);
        let strip = area.shrink2(vec2(MARGIN.min(area.width() / 8.0), 12.0));
        let mut strip_ui = ui.new_child(UiBuilder::new().id_salt("alike").max_rect(strip));
        strip_ui.set_clip_rect(area.intersect(ui.clip_rect()));
        let names = [alike.one, alike.other].map(|it| scene.mission.name_of(it));
        let [one, other] = &names;
        let noun = alike.one.sort().noun();
        let (compares, are_two) =
            compare::strip_ui(&mut strip_ui, (one, other), noun, &alike.reason, count);
        if compares {
            self.comparing = Some(Comparing::new(scene, alike.one, alike.other));
        }
        if are_two {
            let edit = edit::entity::tell_apart(scene.mission, alike.one, alike.other);
            scene.edit(edit);
        }
    }
}
