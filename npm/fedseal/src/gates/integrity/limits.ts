/** Milliseconds for all files of a manifest that a server serves. */
export const TIMEOUT = 600_000;
