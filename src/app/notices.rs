//! Notices: a line at the foot of the window that says what was done, and goes by itself.

use egui::{Align2, Area, Context, Frame, Id, Order, vec2};
use jiff::{SignedDuration, Timestamp};

use crate::widget::{
    icon::{self, Icon},
    theme::{self, Theme},
};

/// How long a notice stays.
const STAYS: SignedDuration = SignedDuration::from_secs(5);

/// What was said lately.
#[derive(Default)]
pub struct Notices {
    said: Vec<Notice>,
}

struct Notice {
    words: String,
    went_wrong: bool,
    until: Timestamp,
}

impl Notices {
    /// Says that something was done.
    pub fn say(&mut self, words: impl Into<String>, now: Timestamp) {
        self.add(words.into(), false, now);
    }

    /// Says that something went wrong, where that needs no dialog.
    pub fn warn(&mut self, words: impl Into<String>, now: Timestamp) {
        self.add(words.into(), true, now);
    }

    fn add(&mut self, words: String, went_wrong: bool, now: Timestamp) {
        let until = now.saturating_add(STAYS).unwrap_or(Timestamp::MAX);
        self.said.retain(|it| it.words != words);
        self.said.push(Notice {
            words,
            went_wrong,
            until,
        });
    }

    /// Shows what is still to be read.
    pub fn show(&mut self, ctx: &Context, now: Timestamp) {
        self.said.retain(|it| now < it.until);
        let Some(first_to_go) = self.said.iter().map(|it| it.until).min() else {
            return;
        };
        let area = Area::new(Id::unique("notices"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -40.0));
        area.show(ctx, |ui| {
            let theme = Theme::of(ui);
            for notice in &self.said {
                Frame::popup(ui.style())
                    .inner_margin(egui::Margin::symmetric(14, 10))
                    .show(ui, |ui| {
                        ui.horizontal(|ui| {
                            let (which, ink) = if notice.went_wrong {
                                (Icon::TriangleAlert, theme.warning)
                            } else {
                                (Icon::Check, theme.good)
                            };
                            ui.label(icon::text(which, theme::HEADING).color(ink));
                            ui.label(&notice.words);
                        });
                    });
            }
        });
        if let Ok(left) = first_to_go.duration_since(now).try_into() {
            ctx.request_repaint_after(left);
        }
    }
}
