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

/**
 * Message and stack of whatever was thrown. Anything can be: an error whose message throws, a proxy, an object that is no text.
 */
export function errorOf(thrown: unknown): { message: string; stack: string } {
  try {
    if (thrown instanceof Error) return { message: String(thrown.message), stack: String(thrown.stack ?? "") };
    return { message: String(thrown), stack: "" };
  } catch {
    // What it throws when it is asked is of no more use than itself.
    return { message: "what was thrown cannot be shown as text", stack: "" };
  }
}

/** Whatever was thrown inside fedseal, as a diagnostic. */
export function panic(thrown: unknown): Diagnostic {
  const known = refused(thrown);
  if (known) return known;
  return diagnostic("internal/panic", errorOf(thrown).message);
}

/** Text for people. */
export function textOf(found: Diagnostic): string {
  return render({ findings: [found], area: "seal", base: "" }, "text");
}
