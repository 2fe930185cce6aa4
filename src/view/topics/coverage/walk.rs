//! The coverage matrix by keys alone: walked from cell to cell, whether anything meets there or not.

use egui::{EventFilter, Key, Modifiers, Popup, Response, Ui};

use super::{
    super::{
        matrix::{Column, Matrix},
        outline::Line,
    },
    Coverage,
};
use crate::{model::id::TopicId, view::scene::Scene, widget::table};

/// Where the keyboard is: on a topic's name, or where it meets a column.
pub(super) type Spot = (TopicId, Option<Column>);

impl Coverage {
    /// Puts the keyboard on the topic that is selected, where nothing has it yet or one has gone to that topic.
    pub(super) fn follow_selection(&mut self, scene: &Scene<'_>, topic: Option<TopicId>) {
        let Some(topic) = topic else { return };
        if scene.selection.is_sought() || self.cursor.is_none() {
            self.cursor = Some((topic, None));
            self.is_wanted = true;
        }
    }

    /// What the keys ask for, while the matrix has them. Returns whether what the keyboard is on is to be opened.
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        keyboard: &Response,
        lines: &[Line],
        matrix: &Matrix,
    ) -> bool {
        if !keyboard.has_focus() || Popup::is_any_open(ui.ctx()) {
            return false;
        }
        let arrows = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(keyboard.id, arrows));
        let down: Vec<isize> = table::steps(ui).into_iter().map(|(step, _)| step).collect();
        let count = |key| ui.input_mut(|it| it.count_and_consume_key(Modifiers::NONE, key));
        let (right, left) = (count(Key::ArrowRight), count(Key::ArrowLeft));
        if !down.is_empty() || 0 < right + left {
            let place = self.place(lines, matrix);
            let (row, column) = place.map_or((0, 0), |(row, column)| {
                let last = lines.len().saturating_sub(1);
                let step = |row: usize, step: &isize| row.saturating_add_signed(*step).min(last);
                let column = (column + right)
                    .min(matrix.heads.len())
                    .saturating_sub(left);
                (down.iter().fold(row, step), column)
            });
            let head = column.checked_sub(1).and_then(|it| matrix.heads.get(it));
            let column = head.map(|it| it.column);
            self.cursor = lines.get(row).map(|it| (it.id, column));
            self.is_wanted = true;
        }
        0 < count(Key::Enter) + count(Key::Space)
    }

    /// Where the keyboard is: the row, and the column, of which the first is that of the names.
    pub(super) fn place(&self, lines: &[Line], matrix: &Matrix) -> Option<(usize, usize)> {
        let (topic, column) = self.cursor?;
        let row = lines.iter().position(|it| it.id == topic)?;
        let place = |column| matrix.heads.iter().position(|it| it.column == column);
        let column = column.and_then(place).map_or(0, |it| it + 1);
        Some((row, column))
    }
}
