/** Milliseconds for one comparison. */
export const COMPARISON_TIMEOUT = 60_000;
