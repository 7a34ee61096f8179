import type { Place } from "./change.js";
import { read, type Surfaces } from "./program.js";
import type { Side } from "./side.js";

/** Reads sides with the names that their projects declare globally, as far as they use any. */
export function readBoth(sides: readonly Side[]): Surfaces {
  let surfaces = read(sides, {});
  if (!missesGlobals(surfaces)) return surfaces;
  surfaces = read(sides, { ambient: true });
  if (!missesGlobals(surfaces, "JSX")) return surfaces;
  // The types of React up to 18 declare the namespace JSX globally; those of 19 export it.
  return read(sides, { ambient: true, jsx: true });
}

const NOT_FOUND = new Set([2304, 2503, 2552, 2580, 2583, 2584, 2591, 2592, 2593]);

/** Names in a side's modules that nothing declares; none while a package is missing that may declare them. */
export function unknownNames(side: Side): Place[] {
  const surfaces = readBoth([side]);
  const { program, isLocal, unresolved, place } = surfaces;
  if (unresolved.length > 0 || !missesGlobals(surfaces)) return [];
  return program
    .getSourceFiles()
    .filter(isLocal)
    .flatMap((file) =>
      program
        .getSemanticDiagnostics(file)
        .filter((one) => NOT_FOUND.has(one.code))
        .map((one) => {
          const at = file.getLineAndCharacterOfPosition(one.start ?? 0);
          const text = file.text.slice(one.start ?? 0, (one.start ?? 0) + (one.length ?? 0));
          return { ...place(file), line: at.line + 1, column: at.character + 1, text };
        }),
    );
}

/** Whether a local module uses a global name that only a package of ambient types declares, `NodeJS` for one. */
function missesGlobals({ program, isLocal }: Surfaces, wanted?: string): boolean {
  return program.getSourceFiles().some(
    (file) =>
      isLocal(file) &&
      program.getSemanticDiagnostics(file).some(({ code, start = 0, length = 0 }) => {
        return NOT_FOUND.has(code) && (wanted === undefined || file.text.slice(start, start + length) === wanted);
      }),
  );
}
