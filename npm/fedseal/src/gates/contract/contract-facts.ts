import type { ContractChange, ContractFacts } from "../../check/facts.js";
import { readContract } from "../../contract/contract.js";
import { UnreadableContract } from "../../contract/format.js";
import type { Report } from "../../contract/verdict/located.js";
import { readRegularFile } from "../../regular-files.js";

/** The surface of a contract; undefined where it cannot be read, which is a finding of the comparison. */
export function contractFacts(path: string, file: string): ContractFacts | undefined {
  try {
    const { remote, version, exposes, externals, files } = readContract(readRegularFile(path).toString("utf8"));
    return {
      remote,
      version,
      file,
      exposes: Object.entries(exposes)
        .map(([key, { source, stub }]) => ({ path: key, source, stub: files[stub] ?? "" }))
        .sort((one, other) => (one.path < other.path ? -1 : 1)),
      externals: Object.entries(externals)
        .map(([name, range]) => ({ name, range }))
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
    };
  } catch (error) {
    if (error instanceof UnreadableContract) return undefined;
    throw error;
  }
}

/** The differences of a comparison, the heaviest first. */
export function changesOf({ bump, findings }: Report): { bump: Report["bump"]; all: ContractChange[] } {
  const all = findings.map(({ rule, export: path, level, message, because, old, new: now, at }): ContractChange => {
    const change = { rule, export: path, level, message, because };
    return {
      ...change,
      ...(old && { before: old.text }),
      ...(now && { after: now.text }),
      ...(at && { location: at }),
    };
  });
  return { bump, all };
}
