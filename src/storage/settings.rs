//! What the program remembers about its user between two starts: never about a mission.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{
    atomic,
    error::SaveError,
    format::{layout, options},
    lists::ListSettings,
};

/// Files that are remembered; more than a menu shows well.
const MOST_RECENT: usize = 10;

/// Where the settings are, instead of where this desktop keeps such things.
const FOLDER_VARIABLE: &str = "ATTACHE_SETTINGS_DIR";

/// The name of the file in that folder.
const FILE: &str = "settings.ron";

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The files that were open, the last one first.
    pub recent: Vec<PathBuf>,
    /// The file that was open when the program was closed.
    pub last_file: Option<PathBuf>,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// How large text is, in percent.
    pub text_percent: u32,
    /// Where the window was, and how large.
    pub window: Option<WindowPlace>,
    /// Whether the inspector is shown.
    pub inspector_shown: bool,
    /// Whose clock the schedule shows.
    pub clocks: ClocksChoice,
    /// How each list was left, by its name.
    pub lists: BTreeMap<String, ListSettings>,
    /// Whether the program was ever started here: the first time it shows the sample.
    pub started_before: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            recent: Vec::new(),
            last_file: None,
            theme: ThemeChoice::default(),
            text_percent: 100,
            window: None,
            inspector_shown: true,
            clocks: ClocksChoice::default(),
            lists: BTreeMap::new(),
            started_before: false,
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the desktop has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Whose clock the schedule shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClocksChoice {
    /// The host's.
    Host,
    /// That of those at home.
    Home,
    /// Both, side by side.
    #[default]
    Both,
}

/// A window on the desktop, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Whether it fills the desktop.
    pub maximised: bool,
}

impl Settings {
    /// Remembers that a file is open.
    ///
    /// A path that is not text is not remembered: the settings are text, and would not lead back to it.
    pub fn remember(&mut self, path: PathBuf) {
        if path.to_str().is_none() {
            return;
        }
        self.forget(&path);
        self.recent.insert(0, path.clone());
        self.recent.truncate(MOST_RECENT);
        self.last_file = Some(path);
    }

    /// Forgets a file: it is gone, or somebody asked for it.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|it| it != path);
        if self.last_file.as_deref() == Some(path) {
            self.last_file = None;
        }
    }
}

/// The folder where this desktop keeps our settings; none where it keeps none.
pub fn folder() -> Option<PathBuf> {
    match std::env::var_os(FOLDER_VARIABLE) {
        Some(folder) if !folder.is_empty() => Some(folder.into()),
        _ => dirs::config_dir().map(|it| it.join("attache")),
    }
}

/// Reads the settings of a folder.
///
/// Settings that cannot be read are those of a first start, with a warning: they must never keep a
/// planner from a mission.
pub fn load(folder: &Path) -> (Settings, Option<String>) {
    let path = folder.join(FILE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(why) if why.kind() == io::ErrorKind::NotFound => return (Settings::default(), None),
        Err(why) => return (Settings::default(), Some(warning(&path, &why.to_string()))),
    };
    match options().from_str::<Settings>(&text) {
        Ok(settings) => (settings.sensible(), None),
        Err(why) => (Settings::default(), Some(warning(&path, &why.to_string()))),
    }
}

fn warning(path: &Path, why: &str) -> String {
    format!(
        "the settings could not be read and are as at the first start ({why}): {}",
        path.display()
    )
}

/// Writes the settings to a folder, which is made when it is not there.
///
/// # Errors
/// What kept them from being written.
pub fn store(folder: &Path, settings: &Settings) -> Result<(), SaveError> {
    let text = options()
        .to_string_pretty(settings, layout())
        .map_err(|why| SaveError::Unspeakable(why.to_string()))?;
    fs::create_dir_all(folder).map_err(|why| SaveError::Unwritable {
        path: folder.to_owned(),
        why,
    })?;
    atomic::replace(&folder.join(FILE), format!("{text}\n").as_bytes())?;
    Ok(())
}

impl Settings {
    /// The same, without what no window can follow: a text size of 0 would leave nothing to click on.
    fn sensible(mut self) -> Self {
        self.text_percent = self.text_percent.clamp(80, 200);
        self.recent.truncate(MOST_RECENT);
        let lists = self.lists.into_iter();
        self.lists = lists.map(|(name, it)| (name, it.sensible())).collect();
        self.window = self.window.filter(|it| 200 <= it.width && 200 <= it.height);
        self
    }
}
