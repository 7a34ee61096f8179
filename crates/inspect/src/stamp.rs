//! What tells two states of a file apart without reading it.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// The state of a file: a write changes it. On Unix the time of the last change of the inode is part of it, which no
/// program sets back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) size: u64,
    /// Since 1970.
    changed: Duration,
    modified: Duration,
    inode: (u64, u64),
}

impl Stamp {
    /// Of the file at `path`, or of what a link there stands for.
    pub(crate) fn at(path: &Path) -> io::Result<Self> {
        fs::metadata(path).map(|meta| Self::of(&meta))
    }

    fn of(meta: &Metadata) -> Self {
        let modified = meta.modified().ok().map(since_1970).unwrap_or_default();
        let (changed, inode) = inode_of(meta).unwrap_or((modified, (0, 0)));
        Self { size: meta.len(), changed, modified, inode }
    }

    /// Whether nothing has written to the file since [`now`] was `time`.
    pub(crate) fn is_older_than(&self, time: Duration) -> bool {
        self.changed < time
    }
}

/// The time that a file system would write into a file now, since 1970. It goes by ticks, up to ten milliseconds late: by any
/// other clock, a file that has just been written would count as older than the moment before.
pub(crate) fn now() -> Duration {
    #[cfg(target_os = "linux")]
    {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::RealtimeCoarse);
        Duration::new(u64::try_from(now.tv_sec).unwrap_or_default(), u32::try_from(now.tv_nsec).unwrap_or_default())
    }
    #[cfg(not(target_os = "linux"))]
    since_1970(SystemTime::now())
}

#[cfg(unix)]
fn inode_of(meta: &Metadata) -> Option<(Duration, (u64, u64))> {
    use std::os::unix::fs::MetadataExt as _;
    let seconds = u64::try_from(meta.ctime()).ok()?;
    let nanoseconds = u32::try_from(meta.ctime_nsec()).ok()?;
    Some((Duration::new(seconds, nanoseconds), (meta.dev(), meta.ino())))
}

#[cfg(not(unix))]
fn inode_of(_: &Metadata) -> Option<(Duration, (u64, u64))> {
    None
}

fn since_1970(time: SystemTime) -> Duration {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

/// The bytes of a file, which is taken to have `size`, and its stamp; no stamp if it changed meanwhile.
pub(crate) fn read(path: &Path, size: u64) -> io::Result<(Vec<u8>, Option<Stamp>)> {
    // One byte more: the end is seen without growing.
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default().saturating_add(1));
    let stamp = unchanged(path, size, |file| file.read_to_end(&mut bytes).map(|read| read as u64))?;
    Ok((bytes, stamp))
}

/// [`read`] for a file that is too large to be held as a whole: `take` gets its bytes piece by piece.
pub(crate) fn read_in_pieces(path: &Path, size: u64, mut take: impl FnMut(&[u8])) -> io::Result<Option<Stamp>> {
    const PIECE: usize = 1024 * 1024;
    let mut piece = vec![0; PIECE];
    unchanged(path, size, |file| {
        let mut all = 0;
        loop {
            let mut filled = 0;
            while filled < PIECE {
                match file.read(&mut piece[filled..])? {
                    0 => break,
                    read => filled += read,
                }
            }
            if filled == 0 {
                return Ok(all);
            }
            take(&piece[..filled]);
            all += filled as u64;
        }
    })
}

/// The stamp of a file that `read` reads, and says how much of; none if it changed meanwhile. One look-up of the path: both
/// stamps are those of the file that was read.
fn unchanged(
    path: &Path,
    size: u64,
    read: impl FnOnce(&mut io::Take<&File>) -> io::Result<u64>,
) -> io::Result<Option<Stamp>> {
    let file = File::open(path)?;
    let before = Stamp::of(&file.metadata()?);
    // What grows without end is not read without end.
    let read = read(&mut (&file).take(size.saturating_add(1)))?;
    let after = Stamp::of(&file.metadata()?);
    Ok((before == after && after.size == read).then_some(after))
}
