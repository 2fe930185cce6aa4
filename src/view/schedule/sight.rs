//! What of the grid is in sight: where it opens, what is brought into sight, and what stays there.

use egui::{Rect, vec2};
use jiff::{Span, civil::Date};

use super::{
    ScheduleView,
    columns::Column,
    days::{Whose, at, minute_of},
    drag::Hand,
    kept::Kept,
    shape::Shape,
    time_grid::DAY,
};
use crate::{model::item::ItemId, view::scene::Scene, widget::into_sight};

/// As what the grid was drawn.
#[derive(Clone, Copy)]
pub struct Seen {
    /// In which shape.
    pub shape: Shape,
    /// On whose clock.
    pub whose: Whose,
    /// With how many columns.
    pub columns: usize,
    /// Which day came first.
    pub day: Date,
}

impl ScheduleView {
    /// Scrolls so that what was selected last is seen, also where the grid has just got smaller: the inspector opens
    /// over what was put down.
    pub(super) fn reveal(&mut self, scene: &Scene<'_>, kept: &Kept, edges: &[f32], field: Rect) {
        let primary = scene.selection.primary();
        let was = self.scroll.seen;
        let is_smaller = field.width() < was.x || field.height() < was.y;
        if (primary == self.revealed && !is_smaller) || self.hand != Hand::Free {
            return;
        }
        self.revealed = primary;
        let Some(item) = primary.and_then(|it| ItemId::try_from(it).ok()) else {
            return;
        };
        let stands = |at: &usize| {
            kept.columns
                .get(*at)
                .is_some_and(|it| it.find(item).is_some())
        };
        let column = self
            .cursor
            .filter(|(_, it)| *it == item)
            .map(|(at, _)| at)
            .filter(stands)
            .or_else(|| kept.columns_of(item).next());
        let Some((column, placed)) =
            column.and_then(|at| Some((at, kept.columns.get(at)?.find(item)?)))
        else {
            return;
        };
        let edge = |at: usize| edges.get(at).copied().unwrap_or_default();
        let now = self.scroll.to.unwrap_or(self.scroll.offset);
        let mut x = into_sight(now.x, field.width(), edge(column), edge(column + 1));
        if now.x < x {
            // No sliver of a day is left at the edge.
            let whole = edges.iter().find(|it| x <= **it);
            x = whole.map_or(x, |it| it.min(edge(column)));
        }
        let y = into_sight(
            now.y,
            field.height(),
            self.grid.y(placed.from) - 20.0,
            self.grid.y(placed.until) + 12.0,
        );
        if now != vec2(x, y) {
            self.scroll.to = Some(vec2(x, y));
        }
    }

    /// The first look: at today during the visit, else at the first item of the visit.
    pub(super) fn open_where_the_visit_is(
        &mut self,
        scene: &Scene<'_>,
        kept: &Kept,
        edges: &[f32],
        field: Rect,
    ) {
        if std::mem::replace(&mut self.scroll.has_opened, true) {
            return;
        }
        let today = kept
            .columns
            .iter()
            .position(|it| it.day == scene.today && it.within);
        let busy = |it: &Column| it.within && !it.placed.is_empty();
        let first = today
            .or_else(|| kept.columns.iter().position(busy))
            .or_else(|| kept.columns.iter().position(|it| it.within))
            .unwrap_or(0);
        // The earliest of what one sees at once, so that no morning is above the edge. A night flight is
        // no morning: for its sake nobody wants to see the small hours first.
        let day_from = scene.mission.settings.day_from;
        let earliest = (i32::from(day_from.hour()) - 1).max(0) * 60;
        let seen = edges
            .get(first)
            .map(|left| edges.partition_point(|it| *it < left + field.width()))
            .unwrap_or(first + 1);
        let begin = kept
            .columns
            .iter()
            .take(seen.max(first + 1))
            .skip(first)
            .filter_map(|it| {
                it.placed
                    .iter()
                    .map(|it| it.from)
                    .filter(|it| earliest <= *it)
                    .min()
            })
            .min()
            .unwrap_or(8 * 60)
            .min(9 * 60);
        // On the day itself one wants to see what runs; an hour before it, and all that comes.
        let begin = match kept.columns.get(first) {
            Some(it) if Some(first) == today => {
                let now = minute_of(it.zone.local(scene.now));
                let is_seen = self.grid.height(now - begin) < field.height() / 2.0;
                if is_seen { begin } else { now - 30 }
            }
            Some(_) | None => begin,
        };
        self.scroll.to = Some(vec2(
            left_of(edges, first, field),
            (self.grid.y(begin) - 84.0).clamp(0.0, (self.grid.y(DAY) - field.height()).max(0.0)),
        ));
    }

    /// Another clock, or other days, show the same moment: what was in the middle of the grid stays there.
    pub(super) fn keep_the_moment(
        &mut self,
        scene: &Scene<'_>,
        kept: &Kept,
        edges: &[f32],
        field: Rect,
    ) {
        let whose = kept.whose();
        let seen = self
            .scroll
            .seen_as
            .filter(|it| it.shape == self.shown.shape);
        let is_another = |it: &Seen| {
            let are_days = it.shape == Shape::Days;
            it.whose != whose || (are_days && it.columns != kept.columns.len())
        };
        let Some(Seen {
            whose: was, day, ..
        }) = seen.filter(is_another)
        else {
            return;
        };
        let host = scene.mission.zone_on(day);
        let noon = host.instant(at(day, DAY / 2));
        let ahead = scene.mission.home_zone.offset_minutes(noon) - host.offset_minutes(noon);
        let moved = match (was, whose) {
            (Whose::Host, Whose::Home) => ahead,
            (Whose::Home, Whose::Host) => -ahead,
            (Whose::Host, Whose::Host) | (Whose::Home, Whose::Home) => 0,
        };
        let half = field.height() / 2.0;
        let middle = self.grid.minute(self.scroll.offset.y + half) + moved;
        let days = middle.div_euclid(DAY);
        let y = self.grid.y(middle.rem_euclid(DAY)) - half;
        let day = Span::new()
            .try_days(days)
            .and_then(|it| day.checked_add(it));
        let day = day.unwrap_or(scene.today);
        let x = match self.shown.shape {
            Shape::Days => {
                let first = kept.columns.partition_point(|it| it.day < day);
                left_of(edges, first, field)
            }
            Shape::Lanes | Shape::List => {
                let is_there = kept.all_days(scene.mission).contains(&day);
                self.shown.day = Some(day).filter(|_| is_there).or(self.shown.day);
                self.scroll.offset.x
            }
        };
        let most = (self.grid.y(DAY) - field.height()).max(0.0);
        self.scroll.to = Some(vec2(x, y.clamp(0.0, most)));
    }
}

/// Where a column begins, or the last one at which the grid can begin and the column is seen whole: nothing is cut
/// at the left that need not be.
fn left_of(edges: &[f32], column: usize, field: Rect) -> f32 {
    let last = edges.last().copied().unwrap_or_default();
    let edge = |at: usize| edges.get(at).copied().unwrap_or(last);
    let most = edge(column).min(last - field.width()).max(0.0);
    let mut before = edges.iter().copied().filter(|it| *it <= most);
    let begins = before.next_back().unwrap_or_default();
    let is_seen = edge(column + 1) <= begins + field.width();
    if is_seen { begins } else { most }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn the_grid_begins_at_a_column_unless_that_hides_the_one_that_is_meant() {
        let edges = [0.0, 250.0, 500.0, 750.0, 1000.0];
        let field = |width| Rect::from_min_size(pos2(80.0, 40.0), vec2(width, 300.0));
        assert_eq!(left_of(&edges, 1, field(400.0)), 250.0);
        assert_eq!(left_of(&edges, 2, field(600.0)), 250.0);
        assert_eq!(left_of(&edges, 3, field(600.0)), 400.0);
        assert_eq!(left_of(&edges, 3, field(1200.0)), 0.0);
    }
}
