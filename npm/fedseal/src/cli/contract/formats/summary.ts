import type { Level } from "../../../contract/compare/change.js";
import { EFFECT, LEVELS } from "../../../contract/verdict/levels.js";
import type { Finding } from "../../../contract/verdict/located.js";

/** More findings than this are summed up, for people: the first ones are printed, the rest with `--verbose`. */
export const MANY = 20;

/** What is printed for people. */
export interface Digest {
  /** Findings per export, the heaviest first; empty where there are few. */
  summary: { export: string; counts: Record<Level, number> }[];
  /** Exports that the summary leaves out. */
  others: number;
  /** The findings to print. */
  findings: readonly Finding[];
  /** The findings left out, in words; empty where there are none. */
  rest: string;
}

/** Sums up many findings, which come with the heaviest first. */
export function digest(findings: readonly Finding[], verbose: boolean): Digest {
  if (findings.length <= MANY) return { summary: [], others: 0, findings, rest: "" };
  const counts = new Map<string, Record<Level, number>>();
  for (const one of findings) {
    const name = exportOf(one);
    const own = counts.get(name) ?? { major: 0, minor: 0, patch: 0 };
    own[one.level] += 1;
    counts.set(name, own);
  }
  const all = [...counts].map(([name, own]) => ({ export: name, counts: own }));
  all.sort((one, other) => {
    const level = LEVELS.find((some) => one.counts[some] !== other.counts[some]);
    return level ? other.counts[level] - one.counts[level] : 0;
  });
  const left = verbose ? [] : findings.slice(MANY);
  const words = LEVELS.flatMap((level) => {
    const count = left.filter((one) => one.level === level).length;
    return count > 0 ? [`${count} ${EFFECT[level]}`] : [];
  });
  const rest =
    left.length > 0
      ? `${left.length} more (${words.join(", ")}): show them with \`--verbose\` or \`--format json\``
      : "";
  const summary = verbose ? all : all.slice(0, MANY);
  return { summary, others: all.length - summary.length, findings: verbose ? findings : findings.slice(0, MANY), rest };
}

/** `./Button#ButtonProps` of `./Button#ButtonProps.size`: exposes and packages have no members. */
function exportOf({ rule, export: path }: Finding): string {
  if (/^contract\/(expose|external)-/.test(rule)) return path;
  const at = path.indexOf("#") + 1;
  const name = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/u.exec(path.slice(at))?.[0];
  return name === undefined ? path : path.slice(0, at) + name;
}
