//! How high the rows are: as their sentences need, in a list as wide as it is.

use std::collections::HashMap;

use egui::Ui;

use super::lines::Line;
use crate::widget::{
    table,
    theme::{self, BODY, MARGIN},
};

/// The mark before a sentence, and the room after it.
pub const INDENT: f32 = 22.0;
/// Above the sentence.
pub const ABOVE: f32 = 9.0;
/// A line of a sentence.
pub const SENTENCE: f32 = 18.0;
/// Between a sentence and what stands below it.
pub const BETWEEN: f32 = 4.0;
/// A line of things and links, which one can press.
pub const LINKS: f32 = 24.0;
/// Between two such lines.
pub const BETWEEN_LINKS: f32 = 2.0;
/// Below it all, with the line that ends a row.
const BELOW: f32 = 11.0;
/// In a list narrower than this, a thing and a mend have no room beside each other.
const NARROW: f32 = 720.0;
/// Letters set side by side are now and then wider than each alone, above all in whole pixels.
const LEEWAY: f32 = 1.02;

/// What a line may leave empty at its end, where the next word is too long for it.
const LEFT_OVER: f32 = 60.0;

/// How rows are laid out in a list of some width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// How wide a sentence can be.
    room: f32,
    /// Whether what can be done has a line of its own, below what a problem concerns.
    pub is_narrow: bool,
}

impl Shape {
    /// That of a list so wide.
    pub fn of_list(width: f32) -> Self {
        Self {
            room: width - table::SCROLL_BAR - 2.0 * MARGIN - INDENT,
            is_narrow: width < NARROW,
        }
    }

    /// Into how many lines the sentence goes: more than three nobody takes in at a glance.
    pub fn sentence_lines(&self, line: &Line) -> usize {
        if line.width <= self.room {
            1
        } else if line.width <= 2.0 * self.room - LEFT_OVER {
            2
        } else {
            3
        }
    }

    /// Whether what can be done stands below what the problem concerns. One that is accepted has one short link.
    pub fn has_deeds_below(&self, line: &Line) -> bool {
        self.is_narrow && line.problem.accepted.is_none()
    }

    /// How high its row is.
    pub fn height(&self, line: &Line) -> f32 {
        let sentence = SENTENCE * self.sentence_lines(line) as f32;
        let deeds = match self.has_deeds_below(line) {
            true => BETWEEN_LINKS + LINKS,
            false => 0.0,
        };
        ABOVE + sentence + BETWEEN + LINKS + deeds + BELOW
    }
}

/// Measures every sentence, letter by letter: laying out thousands of them would be felt.
pub fn measure(ui: &Ui, lines: &mut [Line]) {
    let font = theme::regular(BODY);
    let mut known = HashMap::new();
    ui.fonts_mut(|fonts| {
        for line in lines {
            let letters = line.problem.sentence.chars();
            let widths = letters.map(|it| {
                let width = known.entry(it);
                *width.or_insert_with(|| fonts.glyph_width(&font, it))
            });
            line.width = LEEWAY * widths.sum::<f32>();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{insight::tests::fixture, view::problems::lines::Line};

    fn line(width: f32) -> Line {
        let insight = fixture::insight("10:00 60 Board: Aliyev\n10:30 60 EXIM: Aliyev");
        let problem = insight.problems().all().next().expect("they clash").clone();
        Line {
            problem,
            day: String::new(),
            width,
            seen: None,
        }
    }

    #[test]
    fn a_sentence_too_long_for_one_line_makes_its_row_a_line_higher() {
        let wide = Shape::of_list(1000.0);
        assert_eq!(wide.height(&line(900.0)), 66.0);
        assert_eq!(wide.height(&line(950.0)), 66.0 + SENTENCE);
        assert_eq!(
            wide.height(&line(5000.0)),
            66.0 + 2.0 * SENTENCE,
            "and no more"
        );
    }

    #[test]
    fn in_a_narrow_list_what_can_be_done_has_its_line() {
        let narrow = Shape::of_list(400.0);
        let mut line = line(300.0);
        assert_eq!(narrow.height(&line), 66.0 + BETWEEN_LINKS + LINKS);
        line.problem.accepted = Some("They share a car".to_owned());
        assert_eq!(narrow.height(&line), 66.0);
    }
}
