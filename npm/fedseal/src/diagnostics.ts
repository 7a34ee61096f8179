import { relative, sep } from "node:path";
import { type Diagnostic, type Location, render, rules } from "@fedseal/binding";
import { withoutCredentials } from "./config/addresses.js";

/** A diagnostic of a rule, for what only the JavaScript side can see. */
export function diagnostic(rule: string, message: string, location?: Location, help?: string): Diagnostic {
  const found = rules().find((one) => one.id === rule);
  if (!found) throw new Error(`${rule} is not a rule`);
  const { severity, undecided, fix } = found;
  // A redirect or a `publicPath` may hold a password, and what is printed is read by many.
  const place = location && { ...location, file: withoutCredentials(location.file) };
  return {
    rule,
    severity,
    undecided,
    message: withoutCredentials(message),
    help: help ?? fix,
    ...(place && { location: place }),
  };
}

/** Calls of the operating system that change something. */
const CHANGES = new Set([
  "mkdir",
  "rename",
  "unlink",
  "rmdir",
  "write",
  "link",
  "symlink",
  "copyfile",
  "chmod",
  "utime",
]);

/** A file or folder that the operating system refuses: of the user's project, and no bug of ours. */
function refused(thrown: unknown): Diagnostic | undefined {
  const { code, syscall, path } = (thrown ?? {}) as Partial<NodeJS.ErrnoException>;
  if (!(thrown instanceof Error) || code === undefined || syscall === undefined) return undefined;
  // Node does not say which one it was.
  if (code === "EISDIR") return diagnostic("file/unreadable", "a folder was given where a file is needed");
  if (path === undefined) return undefined;
  const file = (relative(process.cwd(), path) || ".").split(sep).join("/");
  const rule = CHANGES.has(syscall) ? "file/unwritable" : "file/unreadable";
  return diagnostic(rule, `${file}: ${thrown.message.split(",")[0]} (${syscall})`, { file });
}

/** Whatever was thrown inside fedseal, as a diagnostic. */
export function panic(thrown: unknown): Diagnostic {
  const known = refused(thrown);
  if (known) return known;
  return diagnostic("internal/panic", thrown instanceof Error ? thrown.message : String(thrown));
}

/** Text for people. */
export function textOf(found: Diagnostic): string {
  return render({ findings: [found], area: "seal", base: "" }, "text");
}
