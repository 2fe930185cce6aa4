//! A folder of its own for a test, gone when the test is over.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// A folder that nobody else has.
pub struct Folder(TempDir);

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("the machine has room for a folder"))
    }

    /// One with a file in it.
    pub fn with(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let folder = Self::new();
        folder.write(name, bytes);
        folder
    }

    /// The path of a file in it, there or not.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Its own path.
    pub fn root(&self) -> &Path {
        self.0.path()
    }

    /// Puts a file in.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let mut file = fs::File::create(self.path(name)).expect("a folder of ours can be written");
        file.write_all(bytes.as_ref())
            .expect("there is room for a file");
    }

    /// What a file in it holds.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the file is there, and text")
    }

    /// The names of all files in it, in order.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.root())
            .expect("a folder of ours can be read")
            .map(|it| it.expect("so can its entries").file_name())
            .map(|it| it.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Allows nobody to change it. Whoever may do everything still can; then this says so.
    #[cfg(unix)]
    pub fn make_read_only(&self) -> bool {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(self.root(), fs::Permissions::from_mode(0o555))
            .expect("a folder of ours is ours");
        fs::File::create(self.path("probe")).is_err()
    }
}

#[cfg(unix)]
impl Drop for Folder {
    fn drop(&mut self) {
        use std::os::unix::fs::PermissionsExt as _;
        // So that a folder nobody may change can be cleared away.
        let _gone_is_fine = fs::set_permissions(self.root(), fs::Permissions::from_mode(0o755));
    }
}
