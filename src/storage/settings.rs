//! What the program remembers of a planner and a desktop. It is never worth an error: what cannot be
//! read is as good as not there.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::{atomic, error::SaveError};

/// The name of the file.
const FILE: &str = "settings.ron";
/// Names another folder than the desktop's, for tests and for trying things out.
const FOLDER_VARIABLE: &str = "ATTACHE_SETTINGS_DIR";
/// How many files are remembered.
const MOST_RECENT: usize = 10;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is called what it is")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// Whose clock is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is called what it is")]
pub enum ClocksChoice {
    Host,
    Home,
    #[default]
    Both,
}

/// Where the window was, in points of the desktop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is called what it is")]
pub struct WindowPlace {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    pub maximised: bool,
}

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Files that were opened or saved, the last one first.
    pub recent: Vec<PathBuf>,
    /// The file that was open last.
    pub last_file: Option<PathBuf>,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// How large text is, in percent.
    pub text_percent: u32,
    /// Where the window was.
    pub window: Option<WindowPlace>,
    /// Whether the inspector is shown.
    pub inspector_shown: bool,
    /// Whose clock is shown.
    pub clocks: ClocksChoice,
    /// Whether the program has been started before.
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
            started_before: false,
        }
    }
}

impl Settings {
    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: PathBuf) {
        self.recent.retain(|it| *it != path);
        self.recent.insert(0, path.clone());
        self.recent.truncate(MOST_RECENT);
        self.last_file = Some(path);
    }
}

/// Where settings are kept on this desktop.
pub fn folder() -> Option<PathBuf> {
    env::var_os(FOLDER_VARIABLE)
        .map(PathBuf::from)
        .or_else(|| dirs::config_dir().map(|it| it.join("attache")))
}

/// Reads the settings of a folder. When there are none, or they cannot be read, everything is as at first;
/// in the second case a sentence says so.
pub fn load(folder: &Path) -> (Settings, Option<String>) {
    match fs::read_to_string(folder.join(FILE)) {
        Ok(text) => match ron::from_str(&text) {
            Ok(settings) => (settings, None),
            Err(_) => (
                Settings::default(),
                Some("Your settings could not be read, so everything is as at first".to_owned()),
            ),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => (Settings::default(), None),
        Err(error) => (
            Settings::default(),
            Some(format!("Your settings could not be read: {error}")),
        ),
    }
}

/// Writes the settings into a folder, which is made when it is not there.
///
/// # Errors
/// Says why they could not be written.
pub fn store(folder: &Path, settings: &Settings) -> Result<(), SaveError> {
    fs::create_dir_all(folder)?;
    let text = ron::ser::to_string_pretty(settings, PrettyConfig::new())
        .map_err(|error| SaveError::Unfaithful(error.to_string()))?;
    atomic::write(&folder.join(FILE), text.as_bytes())
}
