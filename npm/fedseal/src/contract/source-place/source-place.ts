import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import ts = require("typescript");

import { placeInJson } from "../../json-places.js";
import type { Change, Place } from "../compare/change.js";
import type { Side } from "../compare/side.js";
import { readSource } from "../read-source.js";
import type { Origin } from "./origin.js";
import { exportIn, follow, type TextPlace, type Way, wayTo } from "./way.js";

/** A place on the disk: a declaration; without a column, somewhere in it; without a line, somewhere in the file. */
export interface SourcePlace extends Partial<TextPlace> {
  /** Absolute path. */
  path: string;
}

/** Finds the sources' places for places in the declarations of one side. */
export class SourcePlaces {
  readonly #side: Side;
  readonly #origin: Origin;
  readonly #parsed = new Map<string, ts.SourceFile>();

  constructor(side: Side, origin: Origin) {
    this.#side = side;
    this.#origin = origin;
  }

  /** The source's place of a place in a declaration; undefined when its source is not on the disk. */
  of(place: Place): SourcePlace | undefined {
    const way = this.wayTo(place);
    const path = this.#origin.sourceOf(place.file);
    return way && path !== undefined ? this.#at(path, way) : undefined;
  }

  /** The way to a place in a declaration of this side. */
  wayTo(place: Place): Way | undefined {
    const text = this.#origin.textOf(place.file);
    return text === undefined ? undefined : wayTo(place, this.#parse(`stub:${place.file}.ts`, text));
  }

  /** Where a way in a module of another version ends in this one's module: that of the same expose, or of that name. */
  along(module: string, way: Way, other: SourcePlaces): SourcePlace | undefined {
    const expose = [...other.#side.exposes.keys()].find((one) => other.#moduleOf(one) === module);
    const hasNames = other.#side.root !== this.#side.root;
    const own = expose === undefined ? (hasNames ? module : undefined) : this.#moduleOf(expose);
    const path = own === undefined ? undefined : this.#origin.sourceOf(own);
    if (path === undefined) return undefined;
    const { line } = this.#at(path, way);
    return { path, ...(line !== undefined && { line }) };
  }

  /** The export of a finding, `./Button#ButtonProps.kind`, or its module. */
  ofExport(finding: string): SourcePlace | undefined {
    const at = finding.indexOf("#");
    const named = this.#moduleOf(at < 0 ? finding : finding.slice(0, at));
    // Without exposes, the whole is a path in the only module there is.
    const module = named ?? (at < 0 ? this.#moduleOf(".") : undefined);
    const path = module === undefined ? undefined : this.#origin.sourceOf(module);
    if (path === undefined) return undefined;
    const inside = at >= 0 ? finding.slice(at + 1) : named === undefined ? finding : "";
    const name = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/u.exec(inside)?.[0];
    const source = name === undefined ? undefined : this.#source(path);
    return { path, ...(source && name !== undefined && exportIn(source, name)) };
  }

  /** The source that another version exposed, if it is still there. */
  ofExpose(expose: string, other: SourcePlaces): SourcePlace | undefined {
    const module = other.#moduleOf(expose);
    const name = module === undefined ? undefined : other.#origin.nameOf?.(module);
    const { project } = this.#origin;
    if (name === undefined || project === undefined) return undefined;
    const path = join(project, name);
    return existsSync(path) ? { path } : undefined;
  }

  /** Where the project says which versions of a package it works with. */
  ofPackage(name: string): SourcePlace | undefined {
    return this.#inManifest(["peerDependencies", name]) ?? this.#inManifest(["dependencies", name]);
  }

  /** Where the project says its own version. */
  ofVersion(): SourcePlace | undefined {
    return this.#inManifest(["version"]);
  }

  /** The line of the file that stands for the side, where no source has the place. */
  inWritten(finding: string): SourcePlace | undefined {
    const { path, pointerTo } = this.#origin.written ?? {};
    if (path === undefined) return undefined;
    const place = pointerTo && placeInJson(readFileSync(path, "utf8"), pointerTo(finding));
    return { path, ...(place && { line: place.line }) };
  }

  /** A key of the nearest package.json. */
  #inManifest(keys: readonly string[]): SourcePlace | undefined {
    let folder = this.#origin.project;
    while (folder !== undefined && !existsSync(join(folder, "package.json"))) {
      folder = folder === dirname(folder) ? undefined : dirname(folder);
    }
    if (folder === undefined) return undefined;
    const steps = keys.map((one) => ({ key: `member ${one}`, index: 0, count: 1 }));
    const place = this.#at(join(folder, "package.json"), { steps });
    return place.column === undefined ? undefined : place;
  }

  #moduleOf(expose: string): string | undefined {
    const { exposes, root } = this.#side;
    const path = exposes.get(expose);
    return path?.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
  }

  #at(path: string, way: Way): SourcePlace {
    const source = this.#source(path);
    return { path, ...(source && follow(way, source)) };
  }

  /** A source that TypeScript can read: not a style sheet. */
  #source(path: string): ts.SourceFile | undefined {
    if (!/\.([cm]?[jt]sx?|json)$/.test(path)) return undefined;
    return this.#parse(path, readSource(path));
  }

  #parse(name: string, text: string): ts.SourceFile {
    const known = this.#parsed.get(name);
    if (known) return known;
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
    this.#parsed.set(name, file);
    return file;
  }
}

/** Where a finding is to be looked at: in the new version's sources, also for what is gone from them. */
export function placeToLookAt(
  { export: path, old, new: now, rule }: Pick<Change, "export" | "old" | "new" | "rule">,
  before: SourcePlaces,
  after: SourcePlaces,
): SourcePlace | undefined {
  if (rule === "contract/external-range-changed") return after.ofPackage(path) ?? after.inWritten(path);
  if (rule === "contract/expose-removed") return after.ofExpose(path, before) ?? after.inWritten(path);
  const own = now && after.of(now);
  if (own) return own;
  const way = old && before.wayTo(old);
  const beside = old && way && after.along(old.file, way, before);
  return beside ?? after.ofExport(path) ?? after.inWritten(path);
}
