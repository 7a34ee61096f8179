import ts = require("typescript");

import type { Polarity } from "./change.js";
import { exportsOf, meaningOf, wordOf } from "./names.js";
import type { Surfaces } from "./program.js";
import { reachedFrom } from "./reach.js";
import { usesOf } from "./surface-uses.js";
import { Variances } from "./variance.js";

/** What an export is, for people and for the lock. */
export interface Description {
  kind: string;
  polarity: Polarity;
  /** Its declaration, and those of the side's own that it mentions, as one module. */
  text: string;
}

/** Describes what a module exports. */
export function describeExports(path: string, surfaces: Surfaces): Map<string, Description> {
  const all = exportsOf(path, surfaces);
  const uses = usesOf([all], surfaces, new Variances(surfaces), "standard");
  return new Map(
    [...all].map(([name, one]) => {
      const meaning = meaningOf(one);
      const polarity = meaning.type ? (uses.whole(one.symbol, undefined) ?? "both") : "output";
      return [name, { kind: wordOf(meaning), polarity, text: declarationsOf(one.symbol, surfaces) }];
    }),
  );
}

/** The declarations of a symbol, and of everything local that they mention, in the order of their texts. */
function declarationsOf(symbol: ts.Symbol, surfaces: Surfaces): string {
  const printer = ts.createPrinter({ removeComments: true });
  const texts = [...reachedFrom(symbol, surfaces)].map((statement) =>
    printer.printNode(ts.EmitHint.Unspecified, statement, statement.getSourceFile()),
  );
  return texts.sort().join("\n");
}
