//! Writing a file so that a kill at any moment leaves the old one or the new one.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::time::Duration;

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};

use crate::folder::reason;

/// Replaces `path` by `bytes`: temporary file in the same folder, sync, rename, sync of the folder. Permissions stay.
/// A temporary file that a killed run left behind is removed when it is ten minutes old.
///
/// # Errors
/// `file/unwritable`; the old file is then still there, whole.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    replace(path, bytes).map_err(|error| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Diagnostic::new(&rules::FILE_UNWRITABLE, format!("{name} cannot be written: {}", reason(&error)))
            .at(Location::file(name))
    })
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link is followed: the file it stands for is replaced, not the link.
    let path = &if path.is_symlink() { path.canonicalize()? } else { path.to_owned() };
    // A device or a pipe is written to; replaced, it would be gone.
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return File::options().write(true).open(path)?.write_all(bytes);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or_else(|| io::Error::other("it has no file name"))?.to_string_lossy();
    let prefix = format!(".{name}.");
    const SUFFIX: &str = ".fedseal-tmp";
    for item in fs::read_dir(folder)? {
        let item = item?;
        let other = item.file_name();
        let other = other.to_string_lossy();
        if other.starts_with(&prefix) && other.ends_with(SUFFIX) && is_left_over(&item) {
            fs::remove_file(item.path())?;
        }
    }
    let temporary = folder.join(format!("{prefix}{}{SUFFIX}", std::process::id()));
    let written = (|| {
        let mut file = File::create_new(&temporary)?;
        file.write_all(bytes)?;
        if let Ok(old) = fs::metadata(path) {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        drop(file);
        fs::rename(&temporary, path)
    })();
    if let Err(error) = written {
        // The first error is the one to report; a leftover is removed by the next run.
        let _ = fs::remove_file(&temporary);
        return Err(error);
    }
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

/// Another process may be writing the same manifest right now; its temporary file is minutes old at most.
fn is_left_over(item: &fs::DirEntry) -> bool {
    let age = item.metadata().and_then(|meta| meta.modified()).map(|time| time.elapsed());
    matches!(age, Ok(Ok(age)) if age > Duration::from_secs(600))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_and_leaves_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("m.json");
        fs::write(&path, "old").unwrap();
        let [old, young] = ["1", "2"].map(|pid| dir.path().join(format!(".m.json.{pid}.fedseal-tmp")));
        fs::write(&old, "left by a killed run").unwrap();
        let hour_ago = std::time::SystemTime::now() - Duration::from_secs(3600);
        File::options().write(true).open(&old).unwrap().set_modified(hour_ago).unwrap();
        fs::write(&young, "being written by another process").unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert!(!old.exists() && young.exists());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_written_to_and_stays_one() {
        use std::os::unix::fs::FileTypeExt as _;
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        let reader = std::thread::spawn({
            let path = path.clone();
            move || fs::read(path).unwrap()
        });
        write(&path, b"new").unwrap();
        assert_eq!(reader.join().unwrap(), b"new");
        assert!(fs::metadata(&path).unwrap().file_type().is_fifo());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn failure_keeps_the_old_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("folder");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), "old").unwrap();
        assert_eq!(write(&path, b"new").unwrap_err().rule.id, "file/unwritable");
        assert_eq!(fs::read(path.join("inside")).unwrap(), b"old");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
