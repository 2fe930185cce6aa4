//! Statuses: each has words, a colour and a form, so that colour alone never tells.

use egui::{Color32, Painter, Pos2, Response, RichText, Sense, Stroke, Ui, vec2};

use super::theme::{self, Theme};
use crate::model::{
    follow_up::FollowUpStatus, instrument::InstrumentStatus, item::Standing,
    meeting::MeetingStatus, mission::Level, words::Choice as _,
};

/// What a status says about a thing, beyond its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing yet.
    Quiet,
    /// It is on its way.
    Moving,
    /// It may come to nothing.
    Unsure,
    /// It stands.
    Sure,
    /// It is done.
    Done,
    /// It will not be.
    Off,
}

impl Tone {
    /// The colour of it.
    pub fn colour(self, theme: &Theme) -> Color32 {
        match self {
            Self::Quiet => theme.faint,
            Self::Moving => theme.info,
            Self::Unsure => theme.warning,
            Self::Sure => theme.accent,
            Self::Done => theme.good,
            Self::Off => theme.faint,
        }
    }
}

/// The tone of a meeting's status.
pub fn of_meeting(status: MeetingStatus) -> Tone {
    match status {
        MeetingStatus::Proposed => Tone::Quiet,
        MeetingStatus::Requested => Tone::Moving,
        MeetingStatus::Tentative | MeetingStatus::Delegated | MeetingStatus::Postponed => {
            Tone::Unsure
        }
        MeetingStatus::Confirmed => Tone::Sure,
        MeetingStatus::Held => Tone::Done,
        MeetingStatus::Declined | MeetingStatus::Cancelled | MeetingStatus::NotHeld => Tone::Off,
    }
}

/// The tone of an item of the programme.
pub fn of_standing(standing: Standing) -> Tone {
    match standing {
        Standing::Off => Tone::Off,
        Standing::Wished => Tone::Quiet,
        Standing::Tentative => Tone::Unsure,
        Standing::Firm => Tone::Sure,
        Standing::Held => Tone::Done,
    }
}

/// The tone of a follow-up's status.
pub fn of_follow_up(status: FollowUpStatus) -> Tone {
    match status {
        FollowUpStatus::Open => Tone::Quiet,
        FollowUpStatus::InProgress => Tone::Moving,
        FollowUpStatus::Waiting => Tone::Unsure,
        FollowUpStatus::Done => Tone::Done,
        FollowUpStatus::NotRequired => Tone::Off,
    }
}

/// The tone of an instrument's status.
pub fn of_instrument(status: InstrumentStatus) -> Tone {
    match status {
        InstrumentStatus::Idea => Tone::Quiet,
        InstrumentStatus::Drafting | InstrumentStatus::Negotiating => Tone::Moving,
        InstrumentStatus::TextAgreed => Tone::Sure,
        InstrumentStatus::Signed | InstrumentStatus::InForce => Tone::Done,
        InstrumentStatus::Dropped => Tone::Off,
    }
}

/// The colour of a problem's level, and the one behind it.
pub fn of_level(level: Level, theme: &Theme) -> (Color32, Color32) {
    match level {
        Level::Error => (theme.error, theme.error_soft),
        Level::Warning => (theme.warning, theme.warning_soft),
        Level::Hint => (theme.info, theme.info_soft),
        Level::Off => (theme.faint, theme.quiet),
    }
}

/// Paints the mark of a tone: a ring, half a ring, a disc, a cross through.
pub fn paint(painter: &Painter, at: Pos2, tone: Tone, theme: &Theme) {
    let colour = tone.colour(theme);
    let ring = Stroke::new(1.5, colour);
    match tone {
        Tone::Quiet => {
            painter.circle_stroke(at, 4.0, ring);
        }
        Tone::Moving | Tone::Unsure => {
            painter.circle_stroke(at, 4.0, ring);
            painter.circle_filled(at, 1.8, colour);
        }
        Tone::Sure | Tone::Done => {
            painter.circle_filled(at, 4.75, colour);
        }
        Tone::Off => {
            painter.circle_stroke(at, 4.0, ring);
            painter.line_segment([at + vec2(-3.0, 3.0), at + vec2(3.0, -3.0)], ring);
        }
    }
}

/// The mark of a tone, with words after it.
pub fn label(ui: &mut Ui, tone: Tone, words: &str) -> Response {
    ui.horizontal(|ui| {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 16.0), Sense::hover());
        paint(ui.painter(), rect.center(), tone, theme);
        ui.label(RichText::new(words).font(theme::regular(theme::BODY)))
    })
    .inner
}

/// A meeting's status, with its mark.
pub fn meeting(ui: &mut Ui, status: MeetingStatus) -> Response {
    label(ui, of_meeting(status), status.label())
}
