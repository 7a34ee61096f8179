import { readFileSync } from "node:fs";
import type { Location } from "@fedseal/binding";
import type { Contract } from "../../contract/contract.js";
import type { Decision } from "../../contract/deploy/decide.js";
import type { Answer } from "../../contract/deploy/matrix.js";
import { sideOf } from "../../contract/side-of.js";
import { type Origin, originOfContract, projectOf } from "../../contract/source-place/origin.js";
import { placeToLookAt, SourcePlaces } from "../../contract/source-place/source-place.js";
import { locationOf } from "../../contract/verdict/located.js";
import { placeInJson, pointerTo } from "../../json-places.js";
import { isInRepository } from "../../locations.js";

/** Where to look: at what breaks in the sources, else at the line that the answer is about. */
export function placeOfAnswer(
  { method, answers }: Answer,
  broken: Decision["broken"],
  candidate: Contract,
  path: string,
  { matrix, env, shell }: { matrix: string; env: string; shell: string },
): Location {
  const project = projectOf(candidate, path, [process.cwd()]);
  const side = broken?.after ?? sideOf(candidate, "new");
  const places = new SourcePlaces(side, originOfContract(side, candidate, project, path));
  const before = broken && new SourcePlaces(broken.before, NOWHERE);
  const source = broken && before && placeToLookAt(broken.change, before, places);
  const version = places.ofVersion() ?? places.inWritten("");
  const recorded: Location = { file: matrix, ...lineIn(matrix, pointerTo("environments", env, shell)) };
  // What is not known of a shell is missing in the matrix; the rest is about this version of the remote.
  const isUnknown = (answers ?? [{ method }]).some((one) => one.method === "unknown");
  const all = [
    source && locationOf(source),
    ...(isUnknown ? [recorded] : []),
    version && locationOf(version),
    recorded,
  ];
  return all.find((one) => one !== undefined && isInRepository(one.file)) ?? recorded;
}

/** Declarations of which no source is on the disk. */
const NOWHERE: Origin = { textOf: () => undefined, sourceOf: () => undefined };

/** The line of a key in a file that is JSON. */
export function lineIn(file: string, pointer: string): { line?: number } {
  const place = placeInJson(readFileSync(file, "utf8"), pointer);
  return place ? { line: place.line } : {};
}
