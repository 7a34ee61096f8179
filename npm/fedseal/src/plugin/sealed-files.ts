import { files, size } from "../summary.js";

/** What a build sealed, for the line that says so. */
export interface SealedFiles {
  files: number;
  bytes: number;
  /** How many files were hashed, of a build that knows what it hashed before. */
  fresh?: number;
  manifests: readonly string[];
}

/** The line; `milliseconds` is the time that sealing took. */
export function lineOf({ files: count, bytes, fresh, manifests }: SealedFiles, milliseconds: number): string {
  const changed = fresh !== undefined && fresh < count ? `, ${fresh} changed,` : "";
  const time = Math.max(1, Math.round(milliseconds));
  return `fedseal: sealed ${files(count)} (${size(bytes)})${changed} in ${time} ms → ${manifests.join(", ")}`;
}
