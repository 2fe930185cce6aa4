//! The look of a block: its colour by status, kind or topic, and its form, which always tells the status.

use egui::Color32;

use super::shape::ColourBy;
use crate::{
    model::{
        id::TopicId,
        item::{Item, Standing},
        meeting::{Meeting, MeetingKind, MeetingStatus},
        mission::Mission,
        session::{Session, SessionKind, SessionStatus},
        topic::{Topic, TopicColour},
        words::Choice as _,
    },
    widget::theme::Theme,
};

/// How a block is drawn, apart from its colour: so that nobody needs to see colours to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It takes place, or did.
    Solid,
    /// It is not agreed.
    Hatched,
    /// Somebody wishes it.
    Dashed,
    /// It does not take place.
    Struck,
}

/// How a block looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The bar on its left.
    pub bar: Color32,
    /// Behind its text.
    pub fill: Color32,
    /// Around it.
    pub border: Color32,
    /// Its form.
    pub form: Form,
}

/// The look of an item.
pub fn of(theme: &Theme, mission: &Mission, item: Item<'_>, by: ColourBy) -> Look {
    let form = form(item);
    let look = match by {
        ColourBy::Status => by_status(theme, item, form),
        ColourBy::Kind => soft(theme, theme.topic(colour_of_kind(item)), form),
        ColourBy::Topic => match item.topics().first().copied() {
            Some(topic) => soft(theme, theme.topic(colour_of_topic(mission, topic)), form),
            None => plain(theme, form),
        },
    };
    match form {
        Form::Dashed => Look {
            fill: theme.surface,
            border: if by == ColourBy::Status {
                theme.line_strong
            } else {
                look.border
            },
            ..look
        },
        Form::Struck => Look {
            bar: theme.line_strong,
            fill: theme.surface,
            border: theme.line,
            form,
        },
        Form::Solid | Form::Hatched => look,
    }
}

/// The status of an item in words, as it stands at the end of a sentence.
pub fn status(item: Item<'_>) -> String {
    match item {
        Item::Session(it) => it.status.label().to_lowercase(),
        Item::Meeting(it) => it.status.label().to_lowercase(),
    }
}

/// The kind of an item in words.
pub fn kind(item: Item<'_>) -> &'static str {
    match item {
        Item::Session(it) => it.kind.label(),
        Item::Meeting(it) => it.kind.label(),
    }
}

/// What each colour stands for: its name and an example of its look.
pub fn legend(theme: &Theme, mission: &Mission, by: ColourBy) -> Vec<(String, Look)> {
    match by {
        ColourBy::Status => by_status_legend(theme, mission),
        ColourBy::Kind => KINDS
            .iter()
            .map(|(name, colour)| {
                let look = soft(theme, theme.topic(*colour), Form::Solid);
                ((*name).to_owned(), look)
            })
            .collect(),
        ColourBy::Topic => {
            let topics = mission.topics.iter().map(|(_, it)| it);
            let of_topic = |it: &Topic| {
                let look = soft(theme, theme.topic(it.colour), Form::Solid);
                (it.short().to_owned(), look)
            };
            let none = ("No topic".to_owned(), plain(theme, Form::Solid));
            let topics = topics.filter(|it| it.parent.is_none()).map(of_topic);
            topics.chain([none]).collect()
        }
    }
}

const KINDS: [(&str, TopicColour); 6] = [
    ("Meetings", TopicColour::Teal),
    ("Conference", TopicColour::Blue),
    ("Signing", TopicColour::Green),
    ("Meals and receptions", TopicColour::Violet),
    ("Press", TopicColour::Rose),
    ("On the way", TopicColour::Grey),
];

fn by_status_legend(theme: &Theme, mission: &Mission) -> Vec<(String, Look)> {
    let meeting = |status| Meeting {
        status,
        ..Meeting::default()
    };
    let examples = [
        ("Confirmed", MeetingStatus::Confirmed),
        ("Tentative", MeetingStatus::Tentative),
        ("Proposed", MeetingStatus::Proposed),
        ("Held", MeetingStatus::Held),
        ("Off", MeetingStatus::Cancelled),
    ];
    let mut all: Vec<_> = examples
        .into_iter()
        .map(|(name, status)| {
            let it = meeting(status);
            let look = of(theme, mission, Item::Meeting(&it), ColourBy::Status);
            (name.to_owned(), look)
        })
        .collect();
    let session = Session::default();
    let look = of(theme, mission, Item::Session(&session), ColourBy::Status);
    all.insert(0, ("Agenda".to_owned(), look));
    all.push(("On the way, breaks".to_owned(), quiet(theme, Form::Solid)));
    all
}

fn form(item: Item<'_>) -> Form {
    match item.standing() {
        Standing::Off => Form::Struck,
        Standing::Wished => Form::Dashed,
        Standing::Tentative => Form::Hatched,
        Standing::Firm | Standing::Held => Form::Solid,
    }
}

fn by_status(theme: &Theme, item: Item<'_>, form: Form) -> Look {
    let with = |bar, fill| Look {
        bar,
        fill,
        border: theme.border(bar),
        form,
    };
    match item {
        Item::Session(it) if is_quiet(it.kind) => quiet(theme, form),
        Item::Session(it) => match it.status {
            SessionStatus::Confirmed if it.kind == SessionKind::SigningCeremony => {
                with(theme.good, theme.good_soft)
            }
            SessionStatus::Confirmed => with(theme.info, theme.info_soft),
            SessionStatus::Tentative => with(theme.warning, theme.warning_soft),
            SessionStatus::Held => with(theme.good, theme.good_soft),
            SessionStatus::Cancelled => quiet(theme, form),
        },
        Item::Meeting(it) => match it.status {
            MeetingStatus::Confirmed => with(theme.accent, theme.accent_soft),
            MeetingStatus::Held => with(theme.good, theme.good_soft),
            MeetingStatus::Tentative | MeetingStatus::Delegated => {
                with(theme.warning, theme.warning_soft)
            }
            MeetingStatus::Proposed | MeetingStatus::Requested => plain(theme, form),
            MeetingStatus::Declined
            | MeetingStatus::Postponed
            | MeetingStatus::Cancelled
            | MeetingStatus::NotHeld => quiet(theme, form),
        },
    }
}

/// Whether an item only fills the time between others.
fn is_quiet(kind: SessionKind) -> bool {
    kind.is_movement() || matches!(kind, SessionKind::Break | SessionKind::FreeTime)
}

/// Without a colour of its own.
fn plain(theme: &Theme, form: Form) -> Look {
    Look {
        bar: theme.line_strong,
        fill: theme.surface,
        border: theme.line_strong,
        form,
    }
}

fn quiet(theme: &Theme, form: Form) -> Look {
    Look {
        bar: theme.faint,
        fill: theme.quiet,
        border: theme.line,
        form,
    }
}

/// How much of a colour goes into the ground behind text.
const SOFT: f32 = 0.13;

fn soft(theme: &Theme, colour: Color32, form: Form) -> Look {
    Look {
        bar: colour,
        fill: theme.surface.lerp_to_gamma(colour, SOFT),
        border: theme.border(colour),
        form,
    }
}

fn colour_of_topic(mission: &Mission, topic: TopicId) -> TopicColour {
    mission
        .topics
        .get(topic)
        .map_or(TopicColour::Grey, |it| it.colour)
}

fn colour_of_kind(item: Item<'_>) -> TopicColour {
    match item {
        Item::Meeting(it) => match it.kind {
            MeetingKind::Bilateral
            | MeetingKind::CourtesyCall
            | MeetingKind::PullAside
            | MeetingKind::Company => TopicColour::Teal,
        },
        Item::Session(it) => match it.kind {
            SessionKind::OpeningCeremony
            | SessionKind::Plenary
            | SessionKind::Panel
            | SessionKind::Roundtable
            | SessionKind::Keynote
            | SessionKind::SiteVisit
            | SessionKind::Briefing
            | SessionKind::Debrief
            | SessionKind::Call
            | SessionKind::Other => TopicColour::Blue,
            SessionKind::SigningCeremony => TopicColour::Green,
            SessionKind::Reception | SessionKind::WorkingMeal => TopicColour::Violet,
            SessionKind::Press => TopicColour::Rose,
            SessionKind::Arrival
            | SessionKind::Departure
            | SessionKind::Transfer
            | SessionKind::Break
            | SessionKind::FreeTime => TopicColour::Grey,
        },
    }
}
