//! What a new mission is: asked once, changed any time.

use egui::Ui;
use jiff::civil::{Date, Weekday};

use crate::{
    edit::template::{Template, mission_of},
    model::{
        city,
        id::Mint,
        mission::{Level, Mission},
        slot::Zone,
        words::{Choice as _, Words},
    },
    widget::{
        field::{self, choice_ui, date_ui, zone_ui},
        text,
    },
};

/// How far ahead a new visit is, until somebody says when it is.
const DAYS_AHEAD: i32 = 56;

/// The answers so far.
pub struct NewMission {
    template: Template,
    header: Mission,
    city: String,
    /// Whether the host's zone was chosen by hand, and does not follow the city any more.
    zone_is_chosen: bool,
    /// Whether a day stands there that could not be read.
    has_unread_day: bool,
    today: Date,
    is_new: bool,
}

impl NewMission {
    /// Four days from a Monday two months ahead, and the zones of the visits this was made for.
    pub fn new(template: Template, today: Date) -> Self {
        let ahead = today.saturating_add(jiff::Span::new().days(DAYS_AHEAD));
        let first_day = ahead.nth_weekday(1, Weekday::Monday).unwrap_or(ahead);
        let zone = |name: &str| Zone::named(name).unwrap_or_default();
        let header = Mission {
            first_day,
            last_day: first_day.saturating_add(jiff::Span::new().days(3)),
            home_zone: zone("Asia/Baku"),
            host_zone: zone("America/New_York"),
            ..Mission::default()
        };
        Self {
            template,
            header,
            city: String::new(),
            zone_is_chosen: false,
            has_unread_day: false,
            today,
            is_new: true,
        }
    }

    /// Whether it can be made: it has a name, its days can be read, and it ends after it begins.
    pub fn is_ready(&self) -> bool {
        !self.header.title.trim().is_empty()
            && !self.has_unread_day
            && self.header.first_day <= self.header.last_day
    }

    /// The mission.
    pub fn mission(&self, mint: &mut Mint) -> Mission {
        mission_of(self.template, self.header.clone(), self.city.trim(), mint)
    }

    /// The form.
    pub fn ui(&mut self, ui: &mut Ui) {
        let Self {
            template,
            header,
            city,
            zone_is_chosen,
            has_unread_day,
            today,
            is_new,
        } = self;
        *has_unread_day = false;
        let kinds: Vec<Words> = Template::ALL.iter().map(|it| it.words()).collect();
        field::row(ui, "Kind", None, |ui| {
            let mut at = template.index();
            if choice_ui(ui, "Kind", &kinds, &mut at).changed {
                *template = Template::ALL.get(at).copied().unwrap_or_default();
            }
        });
        for (name, hint, words) in [
            ("Title", "Trade mission to Warsaw", &mut header.title),
            (
                "From",
                "The country that travels",
                &mut header.sending_country,
            ),
            ("To", "The country that receives", &mut header.host_country),
            ("City", "Where the visit is, or begins", city),
        ] {
            let field = field::row(ui, name, None, |ui| text::line(ui, name, words, hint));
            if name == "Title" && std::mem::take(is_new) {
                field.request_focus();
            }
            if name == "City" && field.changed() && !*zone_is_chosen {
                header.host_zone = city::zone_of(words).unwrap_or(header.host_zone.clone());
            }
        }
        let is_swapped = header.last_day < header.first_day;
        for (name, day) in [
            ("First day", &mut header.first_day),
            ("Last day", &mut header.last_day),
        ] {
            let problem = (is_swapped && name == "Last day").then(|| {
                let words = "The last day lies before the first".to_owned();
                (Level::Error, words)
            });
            field::row(ui, name, problem, |ui| {
                let mut shown = Some(*day);
                *has_unread_day |= date_ui(ui, name, &mut shown, *today).unread;
                *day = shown.unwrap_or(*day);
            });
        }
        field::row(ui, "Host zone", None, |ui| {
            let chosen = zone_ui(ui, "Host zone", &mut header.host_zone);
            *zone_is_chosen |= chosen.changed;
        });
        field::row(ui, "Home zone", None, |ui| {
            zone_ui(ui, "Home zone", &mut header.home_zone)
        });
    }
}
