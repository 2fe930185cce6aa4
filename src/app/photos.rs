//! Photos of people: a view asks for one by its path, a job reads it, and it is there in a later frame.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use egui::{
    ColorImage, Context, SizeHint,
    load::{ImageLoadResult, ImageLoader, ImagePoll, LoadError},
};

use super::{
    App,
    files::{Ask, Event, file_name},
    jobs::Job,
    open::AsOf,
};
use crate::{
    edit,
    model::id::PersonId,
    storage::photo::{self, PhotoError, Pixels},
    view::scene::Action,
    widget::photo::SCHEME,
};

/// The photos of the open mission.
pub struct Photos {
    shelf: Arc<Shelf>,
    /// Where they lie.
    folder: Option<PathBuf>,
}

/// What is known of each photo that was asked for, by its path.
#[derive(Default)]
struct Shelf(Mutex<BTreeMap<String, Photo>>);

enum Photo {
    /// Asked for, and nobody has begun to read it.
    Wanted,
    /// A job reads it.
    Coming,
    /// Here it is.
    Here(Arc<ColorImage>),
    /// It cannot be shown.
    Never(String),
}

impl Photos {
    /// Makes a window ask here for photos.
    pub fn install(ctx: &Context) -> Self {
        let shelf = Arc::new(Shelf::default());
        ctx.add_image_loader(shelf.clone());
        Self {
            shelf,
            folder: None,
        }
    }

    /// Takes in what a job came back with. In another folder the same path is another photo.
    pub fn put(&self, folder: Option<&Path>, path: String, result: Result<Pixels, PhotoError>) {
        if folder != self.folder.as_deref() {
            return;
        }
        let photo = match result {
            Ok(Pixels {
                width,
                height,
                rgba,
            }) => {
                let image = ColorImage::from_rgba_unmultiplied([width, height], &rgba);
                Photo::Here(Arc::new(image))
            }
            Err(why) => Photo::Never(why.to_string()),
        };
        self.shelf.all().insert(path, photo);
    }
}

impl App {
    /// Begins to read the photos that were asked for. In another folder all are others.
    pub(super) fn load_photos(&mut self, ctx: &Context) {
        let folder = self.folder();
        if folder != self.photos.folder {
            self.photos.folder.clone_from(&folder);
            ctx.forget_all_images();
        }
        for path in self.photos.shelf.take_wanted() {
            let folder = folder.clone();
            let not_read = Err(PhotoError::NotRead);
            let job = Job {
                name: "Reading a photo".to_owned(),
                must_finish: false,
                if_lost: Event::Photo(folder.clone(), path.clone(), not_read),
            };
            self.jobs.start(ctx, job, move || {
                let beside = folder.as_deref().ok_or(PhotoError::NoFolder);
                let result = beside.and_then(|it| photo::read(it, &path));
                Event::Photo(folder, path, result)
            });
        }
    }
}

impl App {
    /// Asks for a photo of the person who is selected. It is named by where it lies beside the mission's file.
    pub(super) fn choose_photo(&mut self, ctx: &Context) {
        let Some(person) = self.selected_person() else {
            return;
        };
        if self.open.as_ref().is_some_and(|it| it.path.is_some()) {
            self.ask_for_path(ctx, Ask::Photo(person));
        } else {
            let words = "A photo lies beside the mission's file: save the mission first";
            self.notices.warn(words, (self.clock)());
        }
    }

    /// The person whose photo can be chosen.
    pub(super) fn selected_person(&self) -> Option<PersonId> {
        self.selection.only()?.try_into().ok()
    }

    /// Looks where a file lies that was chosen.
    pub(super) fn find_photo(
        &mut self,
        ctx: &Context,
        person: PersonId,
        as_of: Option<AsOf>,
        path: PathBuf,
    ) {
        let (Some(folder), Some(as_of)) = (self.folder(), as_of) else {
            return;
        };
        let not_read = Err(PhotoError::NotRead);
        let job = Job {
            name: "Looking where the photo lies".to_owned(),
            must_finish: false,
            if_lost: Event::PhotoChosen(person, as_of, path.clone(), not_read),
        };
        self.jobs.start(ctx, job, move || {
            let result = photo::beside(&folder, &path);
            Event::PhotoChosen(person, as_of, path, result)
        });
    }

    /// Gives somebody the photo that was chosen, unless another mission is open by now.
    pub(super) fn take_photo(
        &mut self,
        ctx: &Context,
        person: PersonId,
        as_of: AsOf,
        path: &Path,
        result: Result<String, PhotoError>,
    ) {
        let Some(open) = self.still_open(as_of) else {
            return;
        };
        let Some(mut changed) = open.mission().people.get(person).cloned() else {
            return;
        };
        match result {
            Ok(photo) => {
                changed.photo = photo;
                let edit = edit::entity::change(open.mission(), person, changed);
                self.act(ctx, Action::Edit(edit));
            }
            Err(why) => {
                let words = format!("{} was not taken: {why}", file_name(path));
                self.notices.warn(words, (self.clock)());
            }
        }
    }
}

impl Shelf {
    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Photo>> {
        // Nothing is left half done while it is locked, so it is whole even after a panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_wanted(&self) -> Vec<String> {
        let mut all = self.all();
        let wanted = all.iter_mut().filter(|(_, it)| matches!(it, Photo::Wanted));
        wanted
            .map(|(path, photo)| {
                *photo = Photo::Coming;
                path.clone()
            })
            .collect()
    }
}

impl ImageLoader for Shelf {
    fn id(&self) -> &str {
        concat!(module_path!(), "::Shelf")
    }

    fn load(&self, ctx: &Context, uri: &str, _: SizeHint) -> ImageLoadResult {
        let path = uri.strip_prefix(SCHEME).ok_or(LoadError::NotSupported)?;
        match self.all().entry(path.to_owned()).or_insert_with(|| {
            ctx.request_repaint();
            Photo::Wanted
        }) {
            Photo::Wanted | Photo::Coming => Ok(ImagePoll::Pending { size: None }),
            Photo::Here(image) => Ok(ImagePoll::Ready {
                image: image.clone(),
            }),
            Photo::Never(why) => Err(LoadError::Loading(why.clone())),
        }
    }

    fn forget(&self, uri: &str) {
        if let Some(path) = uri.strip_prefix(SCHEME) {
            self.all().remove(path);
        }
    }

    fn forget_all(&self) {
        self.all().clear();
    }

    fn byte_size(&self) -> usize {
        let size = |it: &Photo| match it {
            Photo::Here(image) => image.pixels.len() * size_of::<egui::Color32>(),
            Photo::Wanted | Photo::Coming | Photo::Never(_) => 0,
        };
        self.all().values().map(size).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_from_beside_another_mission_is_not_taken_for_one_of_this() {
        let mut photos = Photos::install(&Context::default());
        photos.folder = Some("here".into());
        let put = |folder: &str| {
            let not_read = Err(PhotoError::NotRead);
            photos.put(Some(Path::new(folder)), "aliyev.png".to_owned(), not_read);
            photos.shelf.all().len()
        };
        assert_eq!([put("there"), put("here")], [0, 1]);
    }
}
