//! The commands of the program: one closed list, from which menus, palette, shortcuts and help all come.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::scene::Page;
use crate::widget::icon::Icon;

/// A thing the planner can tell the program to do. It carries nothing: what it works on is the selection.
///
/// The order is that of the palette and of the menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each is told by its name and hint, in this file"
)]
pub enum Command {
    New,
    Open,
    OpenSample,
    Save,
    SaveAs,
    CloseMission,
    Quit,
    Undo,
    Redo,
    EditDetails,
    ChoosePhoto,
    AddMaterial,
    PasteRows,
    Duplicate,
    Remove,
    Find,
    Filter,
    GoOverview,
    GoSchedule,
    GoMeetings,
    GoContacts,
    GoTopics,
    GoFollowUps,
    GoInstruments,
    GoProblems,
    GoBack,
    ShowDays,
    ShowLanes,
    ShowList,
    FollowUpsByOwner,
    ToggleInspector,
    LargerText,
    SmallerText,
    NormalText,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ShowHostTime,
    ShowHomeTime,
    ShowBothTimes,
    MissionProperties,
    SuggestTimes,
    RunningLate,
    NewMeeting,
    NewSession,
    NewPerson,
    NewOrganisation,
    NewPlace,
    NewTopic,
    NewFollowUp,
    NewInstrument,
    ShowShortcuts,
    About,
}

/// The menus, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is called what it is")]
pub enum Menu {
    File,
    Edit,
    View,
    Mission,
    Help,
}

impl Menu {
    /// Every menu, from left to right.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::File, "File"),
        (Self::Edit, "Edit"),
        (Self::View, "View"),
        (Self::Mission, "Mission"),
        (Self::Help, "Help"),
    ];

    /// The letter that opens it with Alt: that of its name.
    pub fn letter(self) -> Key {
        match self {
            Self::File => Key::F,
            Self::Edit => Key::E,
            Self::View => Key::V,
            Self::Mission => Key::M,
            Self::Help => Key::H,
        }
    }
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn key(modifiers: Modifiers, key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(modifiers, key))
}

impl Command {
    /// Every command, in order.
    pub const ALL: &'static [Self] = &[
        Self::New,
        Self::Open,
        Self::OpenSample,
        Self::Save,
        Self::SaveAs,
        Self::CloseMission,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::EditDetails,
        Self::ChoosePhoto,
        Self::AddMaterial,
        Self::PasteRows,
        Self::Duplicate,
        Self::Remove,
        Self::Find,
        Self::Filter,
        Self::GoOverview,
        Self::GoSchedule,
        Self::GoMeetings,
        Self::GoContacts,
        Self::GoTopics,
        Self::GoFollowUps,
        Self::GoInstruments,
        Self::GoProblems,
        Self::GoBack,
        Self::ShowDays,
        Self::ShowLanes,
        Self::ShowList,
        Self::FollowUpsByOwner,
        Self::ToggleInspector,
        Self::LargerText,
        Self::SmallerText,
        Self::NormalText,
        Self::ThemeSystem,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ShowHostTime,
        Self::ShowHomeTime,
        Self::ShowBothTimes,
        Self::MissionProperties,
        Self::SuggestTimes,
        Self::RunningLate,
        Self::NewMeeting,
        Self::NewSession,
        Self::NewPerson,
        Self::NewOrganisation,
        Self::NewPlace,
        Self::NewTopic,
        Self::NewFollowUp,
        Self::NewInstrument,
        Self::ShowShortcuts,
        Self::About,
    ];

    /// What it is called, in menus and in the palette.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "New mission…",
            Self::Open => "Open…",
            Self::OpenSample => "Open the sample",
            Self::Save => "Save",
            Self::SaveAs => "Save as…",
            Self::CloseMission => "Close mission",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::EditDetails => "Edit in the inspector",
            Self::ChoosePhoto => "Choose a photo…",
            Self::AddMaterial => "Add a file…",
            Self::PasteRows => "Paste rows…",
            Self::Duplicate => "Duplicate",
            Self::Remove => "Remove",
            Self::Find => "Find or do anything…",
            Self::Filter => "Filter this view",
            Self::GoOverview => "Overview",
            Self::GoSchedule => "Schedule",
            Self::GoMeetings => "Meetings",
            Self::GoContacts => "Contacts",
            Self::GoTopics => "Topics",
            Self::GoFollowUps => "Follow-ups",
            Self::GoInstruments => "Instruments",
            Self::GoProblems => "Problems",
            Self::GoBack => "Back",
            Self::ShowDays => "Schedule as days",
            Self::ShowLanes => "Schedule as lanes of a day",
            Self::ShowList => "Schedule as a list",
            Self::FollowUpsByOwner => "Follow-ups by owner",
            Self::ToggleInspector => "Inspector",
            Self::LargerText => "Larger text",
            Self::SmallerText => "Smaller text",
            Self::NormalText => "Normal text",
            Self::ThemeSystem => "Light or dark as the system",
            Self::ThemeLight => "Light",
            Self::ThemeDark => "Dark",
            Self::ShowHostTime => "Host time",
            Self::ShowHomeTime => "Home time",
            Self::ShowBothTimes => "Host and home time",
            Self::MissionProperties => "Mission properties",
            Self::SuggestTimes => "Suggest times…",
            Self::RunningLate => "Running late…",
            Self::NewMeeting => "New meeting",
            Self::NewSession => "New session",
            Self::NewPerson => "New person",
            Self::NewOrganisation => "New organisation",
            Self::NewPlace => "New place",
            Self::NewTopic => "New topic",
            Self::NewFollowUp => "New follow-up",
            Self::NewInstrument => "New instrument",
            Self::ShowShortcuts => "Keyboard shortcuts",
            Self::About => "About Attaché",
        }
    }

    /// The keys that do it.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        match self {
            Self::New => key(CTRL, Key::N),
            Self::Open => key(CTRL, Key::O),
            Self::Save => key(CTRL, Key::S),
            Self::SaveAs => key(CTRL_SHIFT, Key::S),
            Self::CloseMission => key(CTRL, Key::W),
            Self::Quit => key(CTRL, Key::Q),
            Self::Undo => key(CTRL, Key::Z),
            Self::Redo => key(CTRL_SHIFT, Key::Z),
            Self::EditDetails => key(CTRL, Key::E),
            Self::Duplicate => key(CTRL, Key::D),
            Self::Remove => key(Modifiers::NONE, Key::Delete),
            Self::Find => key(CTRL, Key::K),
            Self::Filter => key(CTRL, Key::F),
            Self::GoOverview => key(CTRL, Key::Num1),
            Self::GoSchedule => key(CTRL, Key::Num2),
            Self::GoMeetings => key(CTRL, Key::Num3),
            Self::GoContacts => key(CTRL, Key::Num4),
            Self::GoTopics => key(CTRL, Key::Num5),
            Self::GoFollowUps => key(CTRL, Key::Num6),
            Self::GoInstruments => key(CTRL, Key::Num7),
            Self::GoProblems => key(CTRL, Key::Num8),
            Self::GoBack => key(Modifiers::ALT, Key::Backspace),
            Self::ShowDays => key(Modifiers::ALT, Key::Num1),
            Self::ShowLanes => key(Modifiers::ALT, Key::Num2),
            Self::ShowList => key(Modifiers::ALT, Key::Num3),
            Self::ToggleInspector => key(CTRL, Key::I),
            Self::LargerText => key(CTRL, Key::Plus),
            Self::SmallerText => key(CTRL, Key::Minus),
            Self::NormalText => key(CTRL, Key::Num0),
            Self::SuggestTimes => key(CTRL, Key::T),
            Self::RunningLate => key(CTRL, Key::L),
            Self::NewMeeting => key(CTRL, Key::M),
            Self::NewFollowUp => key(CTRL_SHIFT, Key::F),
            Self::NewPerson => key(CTRL_SHIFT, Key::P),
            Self::NewSession => key(CTRL_SHIFT, Key::M),
            Self::ShowShortcuts => key(Modifiers::NONE, Key::F1),
            Self::OpenSample
            | Self::ChoosePhoto
            | Self::AddMaterial
            | Self::PasteRows
            | Self::FollowUpsByOwner
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ShowHostTime
            | Self::ShowHomeTime
            | Self::ShowBothTimes
            | Self::MissionProperties
            | Self::NewOrganisation
            | Self::NewPlace
            | Self::NewTopic
            | Self::NewInstrument
            | Self::About => None,
        }
    }

    /// The menu it stands in, and the group there; a line is drawn between groups.
    pub fn menu(self) -> (Menu, u8) {
        match self {
            Self::New | Self::Open | Self::OpenSample => (Menu::File, 0),
            Self::Save | Self::SaveAs => (Menu::File, 1),
            Self::CloseMission | Self::Quit => (Menu::File, 2),
            Self::Undo | Self::Redo => (Menu::Edit, 0),
            Self::EditDetails
            | Self::ChoosePhoto
            | Self::AddMaterial
            | Self::Duplicate
            | Self::Remove => (Menu::Edit, 1),
            Self::PasteRows => (Menu::Edit, 3),
            Self::Find | Self::Filter => (Menu::Edit, 2),
            Self::GoOverview
            | Self::GoSchedule
            | Self::GoMeetings
            | Self::GoContacts
            | Self::GoTopics
            | Self::GoFollowUps
            | Self::GoInstruments
            | Self::GoProblems
            | Self::GoBack => (Menu::View, 0),
            Self::ShowDays | Self::ShowLanes | Self::ShowList | Self::FollowUpsByOwner => {
                (Menu::View, 1)
            }
            Self::ToggleInspector => (Menu::View, 2),
            Self::LargerText | Self::SmallerText | Self::NormalText => (Menu::View, 3),
            Self::ThemeSystem | Self::ThemeLight | Self::ThemeDark => (Menu::View, 4),
            Self::ShowHostTime | Self::ShowHomeTime | Self::ShowBothTimes => (Menu::View, 5),
            Self::MissionProperties | Self::SuggestTimes | Self::RunningLate => (Menu::Mission, 0),
            Self::NewMeeting
            | Self::NewSession
            | Self::NewPerson
            | Self::NewOrganisation
            | Self::NewPlace
            | Self::NewTopic
            | Self::NewFollowUp
            | Self::NewInstrument => (Menu::Mission, 1),
            Self::ShowShortcuts | Self::About => (Menu::Help, 0),
        }
    }

    /// The page it goes to, if that is what it does.
    pub fn page(self) -> Option<Page> {
        Page::ALL
            .iter()
            .copied()
            .find(|page| page.command() == self)
    }

    /// Its icon.
    pub fn icon(self) -> Icon {
        match self {
            Self::New => Icon::FilePlus,
            Self::Open | Self::OpenSample => Icon::FolderOpen,
            Self::Save | Self::SaveAs => Icon::Save,
            Self::CloseMission | Self::Quit => Icon::X,
            Self::Undo => Icon::Undo2,
            Self::Redo => Icon::Redo2,
            Self::EditDetails => Icon::Pencil,
            Self::ChoosePhoto | Self::AddMaterial => Icon::FolderOpen,
            Self::PasteRows => Icon::ClipboardPaste,
            Self::Duplicate => Icon::Copy,
            Self::Remove => Icon::Trash2,
            Self::Find | Self::Filter => Icon::Search,
            Self::GoOverview => Icon::LayoutDashboard,
            Self::GoSchedule | Self::ShowDays | Self::ShowLanes | Self::ShowList => Icon::Calendar,
            Self::GoMeetings | Self::NewMeeting => Icon::Handshake,
            Self::GoContacts | Self::NewPerson => Icon::Users,
            Self::GoTopics | Self::NewTopic => Icon::Network,
            Self::GoFollowUps | Self::FollowUpsByOwner | Self::NewFollowUp => Icon::ListTodo,
            Self::GoInstruments | Self::NewInstrument => Icon::FileText,
            Self::GoProblems => Icon::TriangleAlert,
            Self::GoBack => Icon::ArrowLeft,
            Self::ToggleInspector => Icon::PanelRight,
            Self::LargerText | Self::SmallerText | Self::NormalText => Icon::ALargeSmall,
            Self::ThemeSystem | Self::ThemeLight => Icon::Sun,
            Self::ThemeDark => Icon::Moon,
            Self::ShowHostTime | Self::ShowHomeTime | Self::ShowBothTimes => Icon::Clock,
            Self::MissionProperties => Icon::Settings2,
            Self::SuggestTimes => Icon::CalendarClock,
            Self::RunningLate => Icon::ClockAlert,
            Self::NewSession => Icon::CalendarPlus,
            Self::NewOrganisation => Icon::Building2,
            Self::NewPlace => Icon::MapPin,
            Self::ShowShortcuts => Icon::Keyboard,
            Self::About => Icon::Info,
        }
    }
}
