import type ts from "typescript";
import type { Change, Place, Polarity, Profile, Undecided, Verdict } from "./change.js";
import type { Equality } from "./equality.js";
import type { Growth } from "./growth.js";
import type { Surfaces } from "./program.js";
import type { Uses } from "./uses.js";
import type { Variances } from "./variance.js";
import type { Walked } from "./walked.js";

/** Where the comparison is: what the place is called, who gives its values, and whether a consumer may assign to it. */
export interface At {
  path: string;
  polarity: Polarity;
  /** Whether the place is a property that a consumer may assign to. */
  writable: boolean;
  /** Whether the place is a method of a class: TypeScript lets subclasses take narrower parameters. */
  method?: boolean;
  /** Whether the type is a tuple of a callback's arguments. */
  args?: boolean;
  /** Whether the type is the props of a component: `key` and `ref` are React's. */
  props?: boolean;
  old?: ts.Node | undefined;
  now?: ts.Node | undefined;
}

/** What the rooms of the comparison share while two modules are compared. */
export interface Context {
  readonly surfaces: Surfaces;
  readonly checker: ts.TypeChecker;
  readonly profile: Profile;
  readonly uses: Uses;
  /** Whether two symbols are declared by the same words, with everything that these mention. */
  readonly identical: (old: ts.Symbol, now: ts.Symbol) => boolean;
  readonly equality: Equality;
  /** Whether two types of different names are exported by both versions: neither is the other one, renamed. */
  readonly isKept: (old: ts.Symbol, now: ts.Symbol) => boolean;
  /** Whether consumers can name a type of one of the versions. */
  readonly isNameable: (symbol: ts.Symbol) => boolean;
  /** Type parameters that stand for each other. */
  readonly paired: Set<string>;
  /** Added type parameters with a default → what code that does not name them means. */
  readonly defaults: Map<ts.Type, ts.Type>;
  readonly changes: Change[];
  readonly undecided: Undecided[];
  /** Places within which not everything was looked at. */
  readonly cuts: Undecided[];
  /** Called with the path of each export before it is compared. */
  readonly progress: (path: string) => void;
  readonly variances: Variances;
  /** Pairs that were compared, and whether they differ. */
  readonly walked: Walked;
  readonly growth: Growth;
  /** Generic types that are being expanded → how often within each other. */
  readonly expansions: Map<string, number>;
  /** Compares two types and reports the differences. True where there are any, reported here or before. */
  readonly compare: (old: ts.Type, now: ts.Type, at: At) => boolean;
  /** The same without the names of the types. */
  readonly compareShapes: (old: ts.Type, now: ts.Type, at: At) => boolean;
}

/** Reports a difference. Returns true: there is one. */
export function report({ surfaces, changes }: Context, at: At, verdict: Verdict): true {
  const place = (node: ts.Node | undefined): Place | null => (node ? surfaces.place(node) : null);
  const { rule, level, message, because } = verdict;
  changes.push({ rule, export: at.path, level, message, because, old: place(at.old), new: place(at.now) });
  return true;
}

/** Reports that something could not be compared. */
export function reportUndecided({ surfaces, undecided }: Context, at: At, message: string, node?: ts.Node): true {
  undecided.push({
    rule: "contract/not-compared",
    export: at.path,
    message,
    at: node ? surfaces.place(node) : null,
  });
  return true;
}

/**
 * Says that a type contains itself without end, and that not all of it was looked at. What was not may break something: where
 * nothing else does, there is no verdict.
 */
export function reportCut(
  { surfaces, cuts }: Pick<Context, "surfaces" | "cuts">,
  at: Pick<At, "path" | "old" | "now">,
): void {
  const node = at.now ?? at.old;
  const place = node ? surfaces.place(node) : null;
  const isKnown = (one: Undecided) => place !== null && isSamePlace(one.at, place);
  if (cuts.some((one) => rootOf(one.export) === rootOf(at.path) || isKnown(one))) return;
  const message =
    "its type contains itself without end, each time with other arguments; what the first ones contain is no breaking change, and the others were not compared";
  cuts.push({ rule: "contract/not-compared", export: at.path, message, at: place });
}

function isSamePlace(one: Place | null, other: Place): boolean {
  return one?.file === other.file && one?.line === other.line && one?.column === other.column;
}

/** `Tree` of `Tree.left.right`: one line for each type is enough. */
function rootOf(path: string): string | undefined {
  return /^[^.[(<]*/.exec(path)?.[0];
}
