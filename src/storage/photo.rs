//! Photos of people: image files beside the mission's file, read small and with care.

use std::{
    fs::File,
    io::{self, BufReader, Cursor, Read as _},
    path::{Component, Path},
};

use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits};

use crate::model::material::from_folder;

/// No photo is shown larger than this, in pixels.
const SHOWN: u32 = 256;
/// No photo of a person is a larger file.
const LARGEST_FILE: u64 = 24 * 1024 * 1024;
/// Wider or higher than this is no photo.
const LONGEST_SIDE: u32 = 12_000;
/// What unpacking one may take: a camera's 40 megapixels in three bytes each.
const LARGEST_UNPACKED: u64 = 128 * 1024 * 1024;

/// A picture as it is drawn: rows of red, green, blue and opacity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// How many stand in a row.
    pub width: usize,
    /// How many rows there are.
    pub height: usize,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

/// Why a photo cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// The mission lies nowhere, so nothing lies beside it.
    #[error("photos lie beside the mission's file, and this mission has none yet")]
    NoFolder,
    /// A path that leads away from the mission.
    #[error("a photo lies beside the mission's file: write its path from there on")]
    Elsewhere,
    /// A file that was chosen, and lies somewhere else.
    #[error("it lies elsewhere; copy it beside the mission's file first")]
    Away,
    /// There is nothing under that name.
    #[error("there is no file of that name beside the mission's file")]
    Missing,
    /// A folder, a device.
    #[error("this is not a file")]
    NotAFile,
    /// Larger than any photo.
    #[error("the picture is too large; make a smaller copy")]
    TooLarge,
    /// Not a picture, a broken one, or one of another kind.
    #[error("this is not a picture in PNG or JPEG")]
    NotAPicture,
    /// Somebody called the reading off.
    #[error("the photo was not read; it is when the mission is opened again")]
    NotRead,
    /// The disk says no.
    #[error("the file could not be read ({0})")]
    Unreadable(io::Error),
}

/// Reads a photo that lies under a folder, as small as it is shown.
///
/// The path comes from a mission that somebody else may have written: it never leads out of the folder, and
/// what it leads to is looked at before it is unpacked.
///
/// # Errors
/// Says why it cannot be shown.
pub fn read(folder: &Path, path: &str) -> Result<Pixels, PhotoError> {
    // Both strokes, so that a mission from another system finds its photos.
    let path = path.trim().replace('\\', "/");
    // Written out from the root, a path may still lead into the folder.
    let path = from_folder(folder, Path::new(&path)).unwrap_or(path);
    let path = Path::new(&path);
    let stays = |it: Component<'_>| matches!(it, Component::Normal(_) | Component::CurDir);
    if !path.components().all(stays) {
        return Err(PhotoError::Elsewhere);
    }
    unpack(bytes(&folder.join(path))?)
}

/// The path of a file as a mission writes it, which lies in that folder.
///
/// # Errors
/// Says why it cannot be a photo of that mission.
pub fn beside(folder: &Path, file: &Path) -> Result<String, PhotoError> {
    // Of a mission that was opened by its name alone the folder has none.
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let folder = folder.canonicalize().map_err(why)?;
    let file = file.canonicalize().map_err(why)?;
    from_folder(&folder, &file).ok_or(PhotoError::Away)
}

fn bytes(path: &Path) -> Result<Vec<u8>, PhotoError> {
    let about = path.metadata().map_err(why)?;
    if !about.is_file() {
        return Err(PhotoError::NotAFile);
    }
    if LARGEST_FILE < about.len() {
        return Err(PhotoError::TooLarge);
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(why)?;
    let mut file = BufReader::new(file).take(LARGEST_FILE);
    file.read_to_end(&mut bytes).map_err(why)?;
    Ok(bytes)
}

fn why(error: io::Error) -> PhotoError {
    match error.kind() {
        io::ErrorKind::NotFound => PhotoError::Missing,
        _ => PhotoError::Unreadable(error),
    }
}

fn unpack(bytes: Vec<u8>) -> Result<Pixels, PhotoError> {
    let not_a_picture = |_| PhotoError::NotAPicture;
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(LARGEST_UNPACKED);
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(PhotoError::Unreadable)?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(too_large_or_not_a_picture)?;
    if LARGEST_UNPACKED < decoder.total_bytes() {
        return Err(PhotoError::TooLarge);
    }
    let turned = decoder.orientation().map_err(not_a_picture)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(too_large_or_not_a_picture)?;
    let mut small = picture.thumbnail(SHOWN, SHOWN);
    small.apply_orientation(turned);
    let rgba = small.into_rgba8();
    Ok(Pixels {
        width: rgba.width() as usize,
        height: rgba.height() as usize,
        rgba: rgba.into_raw(),
    })
}

fn too_large_or_not_a_picture(error: image::ImageError) -> PhotoError {
    match error {
        image::ImageError::Limits(_) => PhotoError::TooLarge,
        _ => PhotoError::NotAPicture,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use image::{ImageFormat, RgbImage};
    use tempfile::TempDir;

    use super::*;

    fn folder(name: &str, bytes: &[u8]) -> TempDir {
        let folder = TempDir::new().expect("a folder of our own");
        let path = folder.path().join(name);
        crate::storage::atomic::replace(&path, bytes).expect("it can be written to");
        folder
    }

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture = RgbImage::from_pixel(width, height, image::Rgb([200, 30, 30]));
        picture
            .write_to(&mut bytes, format)
            .expect("memory can be written to");
        bytes.into_inner()
    }

    #[test]
    fn a_file_is_named_from_the_folder_of_the_mission_on() {
        let outer = folder("visit.ron", b"");
        let inner = outer.path().join("photos");
        fs::create_dir(&inner).expect("it can be written to");
        let path = inner.join("aliyev.png");
        crate::storage::atomic::replace(&path, b"").expect("it can be written to");
        let named = beside(outer.path(), &path).expect("it lies there");
        assert_eq!(named, "photos/aliyev.png");
        let away = beside(&inner, &outer.path().join("visit.ron"));
        assert!(matches!(away, Err(PhotoError::Away)));
        let gone = beside(&inner, &inner.join("nobody.png"));
        assert!(matches!(gone, Err(PhotoError::Missing)));
    }

    #[test]
    fn a_photo_is_read_small_and_keeps_its_shape() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            let folder = folder("aliyev.photo", &picture(800, 400, format));
            let from_the_root = folder.path().join("aliyev.photo");
            let from_the_root = from_the_root.to_string_lossy();
            assert!(read(folder.path(), &from_the_root).is_ok());
            let pixels = read(folder.path(), "./aliyev.photo").expect("a photo");
            assert_eq!((pixels.width, pixels.height), (256, 128));
            assert_eq!(pixels.rgba.len(), 256 * 128 * 4);
        }
    }

    #[test]
    fn what_is_no_photo_says_why() {
        let folder = folder("notes.png", b"not a picture at all");
        for (path, words) in [
            ("notes.png", "not a picture"),
            ("nobody.png", "no file of that name"),
            (".", "not a file"),
            ("/etc/passwd", "beside the mission"),
            ("../secret.png", "beside the mission"),
            ("\\\\host\\share\\a.png", "beside the mission"),
        ] {
            let error = read(folder.path(), path).expect_err("no photo").to_string();
            assert!(error.contains(words), "{path}: {error}");
        }
    }

    #[test]
    fn a_small_file_that_would_fill_the_memory_is_refused() {
        let mut bytes = picture(8, 8, ImageFormat::Png);
        // The header of a PNG says width and height; its checksum is of no interest to a liar.
        let sides = bytes.get_mut(16..24).expect("a header");
        sides.copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        let folder = folder("bomb.png", &bytes);
        assert!(read(folder.path(), "bomb.png").is_err());
        let wide = picture(LONGEST_SIDE + 1, 1, ImageFormat::Png);
        let folder = self::folder("wide.png", &wide);
        let error = read(folder.path(), "wide.png").expect_err("too wide");
        assert!(matches!(error, PhotoError::TooLarge), "{error}");
    }
}
