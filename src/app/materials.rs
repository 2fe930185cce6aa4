//! Materials of meetings and sessions: files are chosen for them, and opened with the desktop's own programs.

use std::path::{Path, PathBuf};

use egui::{Context, OutputCommand};

use super::{
    App,
    files::{Ask, Event, file_name},
    jobs::Job,
    open::AsOf,
};
use crate::{
    edit,
    model::{item::ItemId, material::document},
    storage::material::{self, MaterialError},
    view::{inspector::MATERIAL, scene::Action},
};

impl App {
    /// Opens the files whose links were clicked in this frame.
    pub(super) fn open_materials(&mut self, ctx: &Context) {
        let mut lines = Vec::new();
        ctx.output_mut(|it| {
            it.commands.retain(|command| match command {
                OutputCommand::OpenUrl(url) => match url.url.strip_prefix(MATERIAL) {
                    Some(line) => {
                        lines.push(line.to_owned());
                        false
                    }
                    None => true,
                },
                _ => true,
            });
        });
        for line in lines {
            let (folder, with) = (self.folder(), self.open_file);
            let job = Job {
                name: format!("Opening {}", document(&line).unwrap_or(&line)),
                must_finish: false,
                if_lost: Event::Nothing,
            };
            self.jobs.start(ctx, job, move || {
                let result = material::open(folder.as_deref(), &line, with);
                Event::MaterialOpened(line, result)
            });
        }
    }

    /// Says why a file was not opened, if it was not.
    pub(super) fn material_opened(&mut self, line: &str, result: Result<(), MaterialError>) {
        if let Err(why) = result {
            let name = document(line).unwrap_or(line);
            let words = format!("{name} was not opened: {why}");
            self.notices.warn(words, (self.clock)());
        }
    }

    /// Asks for a file for the meeting or session that is selected.
    pub(super) fn choose_material(&mut self, ctx: &Context) {
        if let Some(item) = self.selected_item() {
            self.ask_for_path(ctx, Ask::Material(item));
        }
    }

    /// Looks where a file lies that was chosen.
    pub(super) fn find_material(
        &mut self,
        ctx: &Context,
        item: ItemId,
        as_of: Option<AsOf>,
        path: PathBuf,
    ) {
        let Some(as_of) = as_of else { return };
        let folder = self.folder();
        let job = Job {
            name: "Looking where the file lies".to_owned(),
            must_finish: false,
            if_lost: Event::Nothing,
        };
        self.jobs.start(ctx, job, move || {
            let line = material::named(folder.as_deref(), &path);
            Event::MaterialChosen(item, as_of, path, line)
        });
    }

    /// Adds a file that was chosen, unless another mission is open by now.
    pub(super) fn take_material(
        &mut self,
        ctx: &Context,
        item: ItemId,
        as_of: AsOf,
        path: &Path,
        line: Result<String, MaterialError>,
    ) {
        let Some(open) = self.still_open(as_of) else {
            return;
        };
        match line {
            Ok(line) => {
                if let Some(edit) = edit::materials::add(open.mission(), item, &line) {
                    self.act(ctx, Action::Edit(edit));
                }
            }
            Err(why) => {
                let words = format!("{} was not taken: {why}", file_name(path));
                self.notices.warn(words, (self.clock)());
            }
        }
    }
}
