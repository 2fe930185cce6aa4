//! A stage for one view: a small visit to Washington, a planner's hands, and what the view says done.

use std::cell::RefCell;

use attache::{
    document::Document,
    insight::Insight,
    model::{
        brief::BriefStatus,
        delegate::Delegate,
        follow_up::{FollowUp, FollowUpStatus, Origin, OwedBy},
        id::{
            AnyId, FollowUpId, InstrumentId, MeetingId, Mint, OrganisationId, PersonId, PlaceId,
            TopicId,
        },
        instrument::{Instrument, InstrumentStatus},
        meeting::{Meeting, MeetingStatus},
        mission::Mission,
        organisation::{Organisation, Side},
        participation::{Participation, Role},
        person::Person,
        place::Place,
        slot::{Slot, When, Zone},
        topic::{Topic, TopicColour},
    },
    view::{
        View,
        command::Command,
        scene::{Action, Clocks, Earlier, Page, Scene, Selection},
    },
    widget::theme,
};
use egui::Vec2;
use egui_kittest::Harness;
use jiff::{
    Timestamp,
    civil::{Date, date},
};

/// What the planner works on: the mission, the view, and where they are.
pub struct Desk {
    pub document: Document,
    insight: Insight,
    view: Box<dyn View>,
    pub selection: Selection,
    pub page: Option<Page>,
    /// What the view asked the program to do.
    pub commands: Vec<Command>,
    pub clocks: Clocks,
    pub now: Timestamp,
    pub earlier: Option<Earlier>,
    mint: RefCell<Mint>,
}

impl Desk {
    /// A view and a mission, at a moment.
    pub fn at(view: impl View + 'static, mission: Mission, now: Timestamp) -> Self {
        Self {
            insight: Insight::new(&mission, mission.host_zone.local(now).date()),
            document: Document::saved(mission),
            view: Box::new(view),
            selection: Selection::none(),
            page: None,
            commands: Vec::new(),
            clocks: Clocks::Host,
            now,
            earlier: None,
            mint: RefCell::new(Mint::counting_from(10_000)),
        }
    }

    /// Puts it on a stage of a size, by day or by night.
    pub fn staged(self, size: impl Into<Vec2>, theme: egui::Theme) -> Harness<'static, Self> {
        let mut harness = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .with_max_steps(24)
            .with_context_setup(|ctx| {
                attache::app::fonts::install(ctx);
                theme::install(ctx);
            })
            .build_ui_state(|ui, desk: &mut Self| desk.frame(ui), self);
        harness.run();
        harness
    }

    pub fn mission(&self) -> &Mission {
        self.document.mission()
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        let mission = self.document.mission().clone();
        let today = mission.host_zone.local(self.now).date();
        // A test may have changed the mission, or undone something.
        self.insight.follow(&mission, today);
        self.selection.keep_only(&mission);
        let actions = RefCell::new(Vec::new());
        let scene = Scene {
            mission: &mission,
            insight: &self.insight,
            folder: None,
            version: self.document.version(),
            selection: &self.selection,
            now: self.now,
            today,
            clocks: self.clocks,
            earlier: self.earlier.as_ref(),
            mint: &self.mint,
            actions: &actions,
        };
        let theme = theme::Theme::of(ui);
        ui.painter().rect_filled(ui.max_rect(), 0.0, theme.canvas);
        self.view.ui(ui, &scene);
        if self.selection.is_sought() {
            // What the page has done to show it is seen in the next frame.
            self.selection.set_shown();
            ui.ctx().request_repaint();
        }
        for action in actions.into_inner() {
            match action {
                Action::Edit(edit) => {
                    self.document.apply(edit);
                    self.selection.keep_only(self.document.mission());
                }
                Action::Select(selection) => self.selection = selection,
                Action::Go(page) => self.page = Some(page),
                Action::ShowProblems(_) => self.page = Some(Page::Problems),
                Action::Command(command) => self.commands.push(command),
            }
            ui.ctx().request_repaint();
        }
    }
}

/// One view on a stage of the room it has in a window of 1440 × 900 with the inspector shown.
pub fn stage(view: impl View + 'static, mission: Mission) -> Harness<'static, Desk> {
    stage_at(
        view,
        mission,
        date(2026, 3, 17),
        [1024.0, 820.0],
        egui::Theme::Light,
    )
}

/// The same, on another day, of another size, by night.
pub fn stage_at(
    view: impl View + 'static,
    mission: Mission,
    today: Date,
    size: [f32; 2],
    theme: egui::Theme,
) -> Harness<'static, Desk> {
    let now = mission.host_zone.instant(today.at(10, 50, 0, 0));
    Desk::at(view, mission, now).staged(size, theme)
}

/// Makes readable ids.
fn id<T>(name: &str) -> attache::model::id::Id<T> {
    name.parse()
        .expect("the ids of these tests are short and plain")
}

/// A visit to Washington from 9 to 12 March 2026, small but with everything in it.
pub fn washington() -> Mission {
    let mut mission = Mission {
        title: "Trade and Business Conference, Washington".to_owned(),
        sending_country: "Azerbaijan".to_owned(),
        host_country: "United States".to_owned(),
        first_day: date(2026, 3, 9),
        last_day: date(2026, 3, 12),
        home_zone: Zone::named("Asia/Baku").expect("a zone"),
        host_zone: Zone::named("America/New_York").expect("a zone"),
        ..Mission::default()
    };
    for (key, name, colour) in [
        ("energy", "Energy", TopicColour::Red),
        ("ai", "AI", TopicColour::Violet),
        ("transport", "Transport and logistics", TopicColour::Ochre),
        ("trade", "Trade policy", TopicColour::Grey),
        ("invest", "Investment", TopicColour::Blue),
    ] {
        let topic = Topic {
            name: name.to_owned(),
            colour,
            ..Topic::default()
        };
        mission.topics.insert(id(key), topic);
    }
    for (key, name, acronym) in [
        ("ustr", "Office of the U.S. Trade Representative", "USTR"),
        ("commerce", "Department of Commerce", "Commerce"),
        ("exim", "Export-Import Bank", "EXIM"),
        ("ustda", "Trade and Development Agency", "USTDA"),
        ("visa", "Visa", ""),
        ("dfc", "Development Finance Corporation", "DFC"),
        ("tetratech", "Tetra Tech", ""),
        ("haimaker", "HAIMAKER.AI", ""),
    ] {
        let organisation = Organisation {
            name: name.to_owned(),
            acronym: acronym.to_owned(),
            side: Side::Host,
            ..Organisation::default()
        };
        mission.organisations.insert(id(key), organisation);
    }
    for (key, given, family, ours) in [
        ("aliyev", "Elnur", "Əliyev", true),
        ("zeynalov", "Orkhan", "Zeynalov", true),
        ("mammadov", "Rauf", "Məmmədov", true),
        ("gettman", "Jeff", "Gettman", false),
        ("sule", "Su", "Le", false),
    ] {
        let person = Person {
            given: given.to_owned(),
            family: family.to_owned(),
            side: if ours { Side::Home } else { Side::Host },
            delegate: ours.then(Delegate::default),
            ..Person::default()
        };
        mission.people.insert(id(key), person);
    }
    for (key, name) in [
        ("hoover", "Herbert C. Hoover Building"),
        ("lafayette", "811 Vermont Avenue"),
    ] {
        let place = Place {
            name: name.to_owned(),
            ..Place::default()
        };
        mission.places.insert(id(key), place);
    }
    let half = attache::model::slot::HALF_HOUR;
    for (key, with, status, day, hour, topic, ready) in [
        ("m-ustr", "ustr", MeetingStatus::Held, 10, 9, "trade", true),
        (
            "m-commerce",
            "commerce",
            MeetingStatus::Confirmed,
            10,
            10,
            "invest",
            true,
        ),
        (
            "m-exim",
            "exim",
            MeetingStatus::Confirmed,
            10,
            11,
            "invest",
            true,
        ),
        (
            "m-ustda",
            "ustda",
            MeetingStatus::Tentative,
            10,
            14,
            "energy",
            false,
        ),
        (
            "m-visa",
            "visa",
            MeetingStatus::Tentative,
            10,
            14,
            "ai",
            false,
        ),
        (
            "m-dfc",
            "dfc",
            MeetingStatus::Confirmed,
            10,
            15,
            "transport",
            true,
        ),
        (
            "m-tetra",
            "tetratech",
            MeetingStatus::Requested,
            10,
            17,
            "energy",
            false,
        ),
        (
            "m-haimaker",
            "haimaker",
            MeetingStatus::Confirmed,
            11,
            14,
            "ai",
            true,
        ),
        ("m-open", "visa", MeetingStatus::Proposed, 0, 0, "ai", false),
    ] {
        let organisation: OrganisationId = id(with);
        let name = mission
            .organisations
            .get(organisation)
            .map(|it| it.short_name().to_owned());
        let when = if day == 0 {
            When::Open(half)
        } else {
            let start = date(2026, 3, day).at(hour, 30, 0, 0);
            When::At(Slot::new(start, half, mission.host_zone.clone()))
        };
        let mut people = vec![Participation::new(id("aliyev"), Role::Lead)];
        if ready {
            people.push(Participation::new(id("mammadov"), Role::NoteTaker));
        }
        let mut meeting = Meeting {
            title: name.unwrap_or_default(),
            status,
            when,
            place: ready.then(|| id::<Place>("hoover")),
            organisations: vec![organisation],
            participations: people.into_iter().collect(),
            topics: vec![id::<Topic>(topic)],
            ..Meeting::default()
        };
        if ready {
            meeting.brief.status = BriefStatus::Cleared;
        }
        mission.meetings.insert(id(key), meeting);
    }
    let mou: InstrumentId = id("mou");
    let instrument = Instrument {
        title: "MoU on an AI platform".to_owned(),
        status: InstrumentStatus::Signed,
        parties: vec![id("haimaker")],
        signed_on: Some(date(2026, 3, 11)),
        ..Instrument::default()
    };
    mission.instruments.insert(mou, instrument);
    let meeting = |key: &str| Some(Origin::Meeting(id::<Meeting>(key)));
    for (key, title, side, owner, due, topic, origin, status) in [
        (
            "f-concept",
            "Send draft platform concept to HAIMAKER.AI",
            OwedBy::Ours,
            "aliyev",
            Some(date(2026, 3, 13)),
            Some("ai"),
            meeting("m-haimaker"),
            FollowUpStatus::InProgress,
        ),
        (
            "f-annex",
            "Return signed annex B",
            OwedBy::Theirs,
            "sule",
            Some(date(2026, 3, 16)),
            Some("ai"),
            Some(Origin::Instrument(mou)),
            FollowUpStatus::Waiting,
        ),
        (
            "f-list",
            "Project list for feasibility studies",
            OwedBy::Ours,
            "zeynalov",
            Some(date(2026, 3, 19)),
            Some("energy"),
            meeting("m-ustda"),
            FollowUpStatus::InProgress,
        ),
        (
            "f-names",
            "Names for the joint working group",
            OwedBy::Joint,
            "gettman",
            Some(date(2026, 3, 20)),
            Some("trade"),
            meeting("m-ustr"),
            FollowUpStatus::Open,
        ),
        (
            "f-letters",
            "Thank-you letters to all counterparts",
            OwedBy::Ours,
            "mammadov",
            Some(date(2026, 3, 21)),
            None,
            None,
            FollowUpStatus::Open,
        ),
        (
            "f-alat",
            "Alat Free Economic Zone: site visit for 6 companies",
            OwedBy::Joint,
            "aliyev",
            Some(date(2026, 4, 30)),
            Some("invest"),
            meeting("m-commerce"),
            FollowUpStatus::Open,
        ),
        (
            "f-press",
            "Joint press release",
            OwedBy::Ours,
            "mammadov",
            Some(date(2026, 3, 11)),
            None,
            None,
            FollowUpStatus::Done,
        ),
    ] {
        let follow_up = FollowUp {
            title: title.to_owned(),
            side,
            owners: vec![id::<Person>(owner)],
            due,
            topics: topic.into_iter().map(id::<Topic>).collect(),
            origin,
            status,
            ..FollowUp::default()
        };
        mission.follow_ups.insert(id(key), follow_up);
    }
    mission
}

pub fn meeting(key: &str) -> MeetingId {
    id(key)
}
pub fn person(key: &str) -> PersonId {
    id(key)
}
pub fn place(key: &str) -> PlaceId {
    id(key)
}
pub fn topic(key: &str) -> TopicId {
    id(key)
}
pub fn follow_up(key: &str) -> FollowUpId {
    id(key)
}

/// What is selected, as one sort of id.
pub fn selected<T: TryFrom<AnyId>>(harness: &Harness<'static, Desk>) -> Vec<T> {
    let selection = &harness.state().selection;
    selection
        .iter()
        .filter_map(|it| T::try_from(it).ok())
        .collect()
}
