//! The rules `file/…`, sorted by id.

super::rules! {
FILE_CHANGED_WHILE_READ "file/changed-while-read" Error true {
    "A file changed while it was being hashed."
    "The hash belongs neither to the old nor to the new content."
    "Wait until the build has finished, then run the command again."
}
FILE_SYMLINK_OUTSIDE "file/symlink-outside" Error true {
    "A symbolic link leads out of the output folder."
    "What it points to is not part of what gets deployed, so its bytes cannot be sealed here."
    "Copy the file into the output folder, or exclude the link."
}
FILE_UNREADABLE "file/unreadable" Error true {
    "A file or folder could not be read."
    "What cannot be read cannot be hashed, and what was not checked did not pass."
    "Check that the path exists, that you may read it, and that no other program is holding it."
}
FILE_UNWRITABLE "file/unwritable" Error true {
    "A file could not be written."
    "The old file is still there, unchanged: fedseal writes to a temporary file first and renames it at the end."
    "Check free disk space and permissions of the folder, then run the command again."
}
}
