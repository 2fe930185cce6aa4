//! Stub until the real one is merged.
#![allow(missing_docs, clippy::all)]
pub mod error {
    #[derive(Debug, thiserror::Error)]
    #[error("x")]
    pub struct OpenError;
    impl OpenError {
        pub fn advice(&self) -> &'static str {
            ""
        }
        pub fn around(&self) -> Option<&str> {
            None
        }
    }
    #[derive(Debug, thiserror::Error)]
    #[error("x")]
    pub struct SaveError;
    impl SaveError {
        pub fn advice(&self) -> &'static str {
            ""
        }
    }
}
pub mod read {
    use super::error::*;
    use crate::model::mission::Mission;
    use std::path::Path;
    pub struct Opened {
        pub mission: Mission,
        pub notes: Vec<String>,
    }
    pub fn read(_p: &Path) -> Result<Opened, OpenError> {
        Err(OpenError)
    }
}
pub mod write {
    use super::error::*;
    use crate::model::mission::Mission;
    use std::path::Path;
    pub fn save(_p: &Path, _m: &Mission) -> Result<(), SaveError> {
        Err(SaveError)
    }
}
pub mod settings {
    use super::error::*;
    use std::path::*;
    #[derive(Default, Clone)]
    pub struct Settings {
        pub recent: Vec<PathBuf>,
        pub last_file: Option<PathBuf>,
        pub theme: ThemeChoice,
        pub text_percent: u32,
        pub window: Option<WindowPlace>,
        pub inspector_shown: bool,
        pub clocks: ClocksChoice,
        pub started_before: bool,
    }
    impl Settings {
        pub fn remember(&mut self, p: PathBuf) {
            self.last_file = Some(p);
        }
    }
    #[derive(Default, Clone, Copy, PartialEq)]
    pub enum ThemeChoice {
        #[default]
        System,
        Light,
        Dark,
    }
    #[derive(Default, Clone, Copy, PartialEq)]
    pub enum ClocksChoice {
        Host,
        Home,
        #[default]
        Both,
    }
    #[derive(Clone, Copy, PartialEq)]
    pub struct WindowPlace {
        pub x: i32,
        pub y: i32,
        pub width: i32,
        pub height: i32,
        pub maximised: bool,
    }
    pub fn folder() -> Option<PathBuf> {
        None
    }
    pub fn load(_f: &Path) -> (Settings, Option<String>) {
        (
            Settings {
                text_percent: 100,
                inspector_shown: true,
                ..Default::default()
            },
            None,
        )
    }
    pub fn store(_f: &Path, _s: &Settings) -> Result<(), SaveError> {
        Ok(())
    }
}
