//! What each command does, and when it can be done.

use egui::Context;

use super::{
    App, OpenMission,
    dialog::{Dialog, SuggestTimes, suggest},
    files::Wish,
    notices::Notices,
    palette::Palette,
};
use crate::{
    edit::{self, Edit, template::Template},
    model::{
        entity::Entity,
        id::{AnyId, Id, Mint, Sort},
        instrument::Instrument,
        item::ItemId,
        meeting::Meeting,
        mission::Mission,
        organisation::Organisation,
        person::Person,
        place::Place,
        sentence,
        session::Session,
        topic::Topic,
    },
    storage::settings::ThemeChoice,
    view::{
        View,
        command::Command,
        scene::{Action, Clocks, Page, Selection},
        schedule::shape::Shape,
    },
    with_entity,
};

impl App {
    /// Whether a command can be done now.
    pub(super) fn is_enabled(&self, command: Command) -> bool {
        let document = self.open.as_ref().map(|it| it.document());
        match command {
            Command::Undo => document.is_some_and(|it| it.undo_label().is_some()),
            Command::Redo => document.is_some_and(|it| it.redo_label().is_some()),
            Command::EditDetails => document.is_some() && !self.selection.is_empty(),
            Command::Duplicate | Command::Remove => {
                let is_thing = |it: AnyId| it != AnyId::Mission;
                document.is_some() && self.selection.iter().any(is_thing)
            }
            Command::ChoosePhoto => document.is_some() && self.selected_person().is_some(),
            Command::PasteRows => document.is_some() && self.page_shown(|it| it.takes_rows()),
            Command::Filter => document.is_some() && self.page_shown(|it| it.has_filter()),
            Command::SuggestTimes | Command::AddMaterial => {
                document.is_some() && self.selected_item().is_some()
            }
            Command::GoBack => !self.been.is_empty(),
            Command::New
            | Command::Open
            | Command::OpenSample
            | Command::Quit
            | Command::LargerText
            | Command::SmallerText
            | Command::NormalText
            | Command::ThemeSystem
            | Command::ThemeLight
            | Command::ThemeDark
            | Command::ShowShortcuts
            | Command::Find
            | Command::About => true,
            _ => document.is_some(),
        }
    }

    /// What a command is called now: undo and redo say what they would undo and redo.
    pub(super) fn name_now(&self, command: Command) -> String {
        let document = self.open.as_ref().map(|it| it.document());
        let label = match command {
            Command::Undo => document.and_then(|it| it.undo_label()),
            Command::Redo => document.and_then(|it| it.redo_label()),
            _ => None,
        };
        label.map_or_else(
            || command.name().to_owned(),
            |label| format!("{} {}", command.name(), sentence::inside(label)),
        )
    }

    /// Does a command.
    pub(super) fn perform(&mut self, ctx: &Context, command: Command) {
        if !self.is_enabled(command) {
            return;
        }
        if let Some(page) = command.page() {
            return self.go(ctx, page);
        }
        match command {
            Command::New => self.wish(ctx, Wish::New(Template::default())),
            Command::Open => self.wish(ctx, Wish::Pick),
            Command::OpenSample => self.wish(ctx, Wish::Sample),
            Command::Save => self.save(ctx),
            Command::SaveAs => self.save_as(ctx),
            Command::CloseMission => self.wish(ctx, Wish::Close),
            Command::Quit => self.wish(ctx, Wish::Quit),
            Command::Undo => self.step(OpenMission::undo),
            Command::Redo => self.step(OpenMission::redo),
            Command::EditDetails => {
                self.show_inspector();
                self.inspector.ask_for_name();
            }
            Command::ChoosePhoto => self.choose_photo(ctx),
            Command::AddMaterial => self.choose_material(ctx),
            Command::Duplicate => self.duplicate(ctx),
            Command::Remove => self.ask_to_remove(ctx),
            Command::Find => self.palette = Some(Palette::opened(ctx)),
            Command::PasteRows => self.view_of(self.page, |it| it.paste_rows()),
            Command::Filter => self.view_of(self.page, |it| it.focus_filter()),
            Command::GoBack => {
                if let Some(page) = self.been.pop() {
                    self.show_page(ctx, page);
                }
            }
            Command::ToggleInspector => self.toggle_inspector(ctx),
            Command::LargerText => self.scale_text(ctx, 10),
            Command::SmallerText => self.scale_text(ctx, -10),
            Command::NormalText => self.scale_text(ctx, 0),
            Command::ThemeSystem => self.set_theme(ctx, ThemeChoice::System),
            Command::ThemeLight => self.set_theme(ctx, ThemeChoice::Light),
            Command::ThemeDark => self.set_theme(ctx, ThemeChoice::Dark),
            Command::ShowHostTime => self.set_clocks(Clocks::Host),
            Command::ShowHomeTime => self.set_clocks(Clocks::Home),
            Command::ShowBothTimes => self.set_clocks(Clocks::Both),
            Command::MissionProperties => {
                self.selection = Selection::one(AnyId::Mission);
                self.show_inspector();
                self.inspector.ask_for_name();
            }
            Command::SuggestTimes => {
                let now = (self.clock)();
                if let (Some(open), Some(item)) = (&self.open, self.selected_item()) {
                    let suggest = SuggestTimes::new(open.insight(), now, item);
                    self.dialog = Some(Dialog::SuggestTimes(Box::new(suggest)));
                }
            }
            Command::RunningLate => {
                self.go(ctx, Page::Schedule);
                self.view_of(Page::Schedule, |it| it.ask_how_late());
            }
            Command::ShowDays => self.show_shape(ctx, Shape::Days),
            Command::ShowLanes => self.show_shape(ctx, Shape::Lanes),
            Command::ShowList => self.show_shape(ctx, Shape::List),
            Command::FollowUpsByOwner => {
                self.go(ctx, Page::FollowUps);
                self.view_of(Page::FollowUps, |it| it.group_by_owner());
            }
            Command::NewMeeting => self.add(ctx, Meeting::default()),
            Command::NewSession => self.add(ctx, Session::default()),
            Command::NewPerson => self.add(ctx, Person::default()),
            Command::NewOrganisation => self.add(ctx, Organisation::default()),
            Command::NewPlace => self.add(ctx, Place::default()),
            Command::NewTopic => self.add(ctx, Topic::default()),
            Command::NewFollowUp => {
                self.go(ctx, Page::FollowUps);
                self.view_of(Page::FollowUps, |it| it.focus_entry());
            }
            Command::NewInstrument => self.add(ctx, Instrument::default()),
            Command::ShowShortcuts => self.dialog = Some(Dialog::Shortcuts),
            Command::About => self.dialog = Some(Dialog::About),
            // Gone to above.
            Command::GoOverview
            | Command::GoSchedule
            | Command::GoMeetings
            | Command::GoContacts
            | Command::GoTopics
            | Command::GoFollowUps
            | Command::GoInstruments
            | Command::GoProblems => {}
        }
    }

    /// Whether a command stands for a choice that is made now.
    pub(super) fn is_ticked(&self, command: Command) -> bool {
        match command {
            Command::ThemeSystem => self.settings.theme == ThemeChoice::System,
            Command::ThemeLight => self.settings.theme == ThemeChoice::Light,
            Command::ThemeDark => self.settings.theme == ThemeChoice::Dark,
            Command::ShowHostTime => self.clocks == Clocks::Host,
            Command::ShowHomeTime => self.clocks == Clocks::Home,
            Command::ShowBothTimes => self.clocks == Clocks::Both,
            Command::ToggleInspector => self.inspector_shown,
            Command::ShowDays => self.shows_shape(Shape::Days),
            Command::ShowLanes => self.shows_shape(Shape::Lanes),
            Command::ShowList => self.shows_shape(Shape::List),
            _ => command.page() == Some(self.page),
        }
    }

    /// The session or meeting that is selected.
    pub(super) fn selected_item(&self) -> Option<ItemId> {
        ItemId::try_from(self.selection.primary()?).ok()
    }

    /// Puts an item at the time that was chosen of those suggested.
    pub(super) fn take_time(&mut self, ctx: &Context, suggest: &SuggestTimes) {
        let (Some(open), Some((item, slot))) = (&self.open, suggest.chosen()) else {
            return;
        };
        let edit = edit::schedule::place_item(open.mission(), item, slot.clone());
        let when = suggest::when_in_words(slot, open.mission(), self.clocks);
        let name = open.mission().name_of(item);
        self.notices.say(
            format!("{name} is on {when}. Ctrl+Z puts it back"),
            (self.clock)(),
        );
        self.act(ctx, Action::Edit(edit));
        self.selection = Selection::one(item);
    }

    fn show_shape(&mut self, ctx: &Context, shape: Shape) {
        self.go(ctx, Page::Schedule);
        self.view_of(Page::Schedule, |it| it.show_shape(shape));
    }

    /// Whether the schedule is there, in that shape.
    fn shows_shape(&self, shape: Shape) -> bool {
        self.page_shown(|it| it.shape() == Some(shape))
    }

    /// Whether something is so of the view of the page that is shown.
    fn page_shown(&self, is_so: impl FnOnce(&dyn View) -> bool) -> bool {
        let mut views = self.views.iter();
        let view = views.find(|(page, _)| *page == self.page);
        view.is_some_and(|(_, view)| is_so(view.as_ref()))
    }

    pub(super) fn view_of(&mut self, page: Page, tell: impl FnOnce(&mut dyn View)) {
        if let Some((_, view)) = self.views.iter_mut().find(|(it, _)| *it == page) {
            tell(view.as_mut());
        }
    }

    /// Adds a new entity, and shows it where it is at home.
    fn add<T: Entity>(&mut self, ctx: &Context, entity: T) {
        let Some(open) = &self.open else { return };
        let id = self.mint.borrow_mut().id::<T>();
        let edit = edit::entity::add(open.mission(), id, entity);
        self.act(ctx, Action::Edit(edit));
        let page = if T::SORT == Sort::Meeting {
            Page::Meetings
        } else {
            Page::of(T::any(id))
        };
        // On the schedule a meeting without a time waits in the tray, where one sees it too.
        if !(self.page == Page::Schedule && matches!(T::SORT, Sort::Meeting | Sort::Session)) {
            self.go(ctx, page);
        }
        self.selection = Selection::one(T::any(id)).sought();
        self.show_inspector();
        self.inspector.ask_for_name();
    }

    fn duplicate(&mut self, ctx: &Context) {
        fn copy<T: Entity>(mission: &Mission, id: Id<T>, mint: &mut Mint) -> Option<Edit> {
            edit::entity::copy(mission, id, mint.id())
        }
        let Some(open) = &mut self.open else { return };
        let mint = &mut self.mint.borrow_mut();
        let mut copies: Vec<AnyId> = Vec::new();
        let mut copied: Option<Edit> = None;
        for thing in self.selection.iter() {
            let mission = copied.as_ref().map_or(open.mission(), |it| &it.next);
            let edit = with_entity!(thing, id => copy(mission, id, mint), mission => None);
            if let Some(edit) = edit {
                copies.extend(&edit.about);
                copied = Some(edit);
            }
        }
        let Some(mut edit) = copied else { return };
        if let (2.., Some(what)) = (copies.len(), edit::remove::in_words(copies.iter().copied())) {
            edit = edit.called(format!("Copy {what}"));
        }
        edit.about.clone_from(&copies);
        open.apply(edit);
        self.selection = Selection::many(copies);
        ctx.request_repaint();
    }

    /// Removes what is selected; asks first when other things would lose a link, and when it is at home on another
    /// page than the one that is open.
    fn ask_to_remove(&mut self, ctx: &Context) {
        let Some(open) = &self.open else { return };
        let things: Vec<AnyId> = self
            .selection
            .iter()
            .filter(|it| *it != AnyId::Mission)
            .collect();
        if things.is_empty() {
            return;
        }
        let elsewhere = things.iter().copied().filter(|it| !self.page.has(*it));
        let elsewhere = edit::remove::in_words(elsewhere)
            .map(|what| format!("{} selected on another page", sentence::capital(&what)));
        let links = edit::remove::consequences(open.mission(), &things)
            .map(|what| format!("Named in {what}; these stay and lose the link"));
        let why: Vec<String> = elsewhere.into_iter().chain(links).collect();
        if why.is_empty() {
            self.remove(ctx, &things);
        } else {
            let why = format!("{}. It can be undone", why.join(". "));
            self.dialog = Some(Dialog::Remove(things, why));
        }
    }

    /// Removes things.
    pub(super) fn remove(&mut self, ctx: &Context, things: &[AnyId]) {
        let Some(open) = &self.open else { return };
        let edit = edit::remove::remove(open.mission(), things);
        self.notices.say(
            format!("{}. Ctrl+Z brings it back", done(&edit.label)),
            (self.clock)(),
        );
        self.act(ctx, Action::Edit(edit));
    }

    /// Goes a step back or forward, and selects what it was about, so that one sees what happened.
    fn step(&mut self, step: impl FnOnce(&mut OpenMission) -> Vec<AnyId>) {
        let Some(open) = &mut self.open else { return };
        // What was said of a step that is undone is not true any more.
        self.notices = Notices::default();
        let about = step(open).into_iter().rev();
        let mut selection = Selection::many(about);
        selection.keep_only(open.mission());
        if selection.is_empty() {
            self.selection.keep_only(open.mission());
        } else {
            self.selection = selection;
        }
    }
}

/// A label as what has been done: `Remove EXIM` becomes `Removed EXIM`.
fn done(label: &str) -> String {
    label
        .strip_prefix("Remove ")
        .map_or_else(|| label.to_owned(), |rest| format!("Removed {rest}"))
}
