import type { Part } from "./part.js";
import { pickCopies } from "./pick.js";

/** One package in one part of a page, for reports: part × package × version, with who wins. */
export interface Copy {
  package: string;
  part: string;
  /** The version of the part's own copy; undefined if it brings none. */
  brings: string | undefined;
  /** The range that it accepts. */
  needs: string;
  /** What it runs with, and whose copy that is; undefined if it gets none. */
  gets: { version: string; of: string } | undefined;
  isSatisfied: boolean;
}

/** The copies of a page, by package, in the order of the parts: the host first, then the remotes as they load. */
export function copiesOf(parts: readonly Part[]): Copy[] {
  const names = [...new Set(parts.flatMap(({ packages }) => packages.map(({ name }) => name)))].sort();
  return names.flatMap((name) =>
    pickCopies(name, parts).map(
      ({ part, package: { provides, version, requiredVersion }, copy, isRefused, isSatisfied }): Copy => ({
        package: name,
        part: part.name,
        brings: provides === false ? undefined : version,
        needs: requiredVersion,
        gets: isRefused ? undefined : copy,
        isSatisfied,
      }),
    ),
  );
}
