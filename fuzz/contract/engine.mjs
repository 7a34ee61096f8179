import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./program.mjs";

const { compare } = await import(pathToFileURL(join(root, "npm/fedseal/dist/contract/compare/compare.js")).href);

function side(age, text) {
  const folder = `/.fedseal-fuzz/${age}`;
  const path = `${folder}/index.d.ts`;
  return {
    age,
    root: folder,
    packages: root,
    files: new Map([[path, text]]),
    externals: new Map(),
    exposes: new Map([[".", path]]),
  };
}

/** What the comparison says of two surfaces, or how it fails. */
export function verdictOf(old, now) {
  try {
    const { bump, findings, undecided } = compare(side("old", old), side("new", now), { profile: "standard" });
    return { bump: bump ?? "undecided", findings, undecided };
  } catch (error) {
    return { bump: "crash", findings: [], undecided: [], crash: String(error?.stack ?? error) };
  }
}

/** One line for each finding. */
export function linesOf({ bump, findings, undecided, crash }) {
  if (crash) return [crash.split("\n").slice(0, 6).join("\n")];
  return [
    bump,
    ...findings.map((one) => `  ${one.level} ${one.rule} ${one.export}: ${one.message} (${one.because})`),
    ...undecided.map((one) => `  undecided ${one.rule} ${one.export}: ${one.message}`),
  ];
}
