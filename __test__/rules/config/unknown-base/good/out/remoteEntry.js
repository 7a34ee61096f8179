entry
