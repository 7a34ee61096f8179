import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { ask } from "./ask.js";
import { newSources } from "./difference.js";
import { missingSources, type ReadTexts, staticNonces } from "./missing.js";
import type { Need } from "./needs.js";
import type { PolicyText } from "./policy-text.js";
import { readText } from "./read-text.js";
import { unusedSources } from "./shrink.js";
import { trustedTypes } from "./trusted-types.js";

/** The facts that a judgement is about. */
export interface CspFacts {
  /** The policies of the page. */
  policies: readonly PolicyText[];
  /** Those of the base; missing where nothing is compared. */
  base?: readonly PolicyText[];
  page: string;
  needs: readonly Need[];
  /** Whether all that the page loads is known: hints to shrink are false without it. */
  isComplete: boolean;
}

/** Everything that is wrong with the policies of a page. */
export function judge({ policies, base, page, needs, isComplete }: CspFacts): Diagnostic[] {
  const { read, issues, tooLarge } = readAll(policies);
  // Nothing else can be said of what was not read.
  if (tooLarge.length > 0) return tooLarge;
  const found = [...issues, ...staticNonces(read), ...unrestricted(policies, page)];
  const listed = issues.some(({ rule }) => rule === "csp/host-list-ignored");
  // A host list beside it says the same, at a better place.
  const missing = missingSources(read, page, needs).filter(({ rule }) => !(listed && rule === "csp/host-list-ignored"));
  found.push(...missing, ...trustedTypes(read, needs));
  if (base) {
    const old = readAll(base);
    if (old.tooLarge.length > 0) return [...found, ...old.tooLarge];
    found.push(...newSources(read, old.read, page, needs));
  }
  if (isComplete) found.push(...unusedSources(read, page, needs).filter((one) => !found.some(isSamePlace(one))));
  return found;
}

/** What is new and unexplained is not reported as unused, too. */
function isSamePlace({ location }: Diagnostic): (other: Diagnostic) => boolean {
  return ({ rule, location: at }) =>
    rule === "csp/unexplained-source" &&
    at?.line === location?.line &&
    at?.column === location?.column &&
    at?.file === location?.file;
}

function readAll(texts: readonly PolicyText[]): { read: ReadTexts; issues: Diagnostic[]; tooLarge: Diagnostic[] } {
  const issues: Diagnostic[] = [];
  const tooLarge: Diagnostic[] = [];
  const policies = texts.map((text) => {
    const result = readText(text, texts);
    if (result.tooLarge !== undefined) {
      const message = `the policy has ${result.tooLarge} bytes, and at most 1,048,576 are read`;
      tooLarge.push(diagnostic("csp/policy-too-large", message, text.place(0)));
    }
    for (const { rule, severity, message, help, start } of result.issues) {
      issues.push({ ...diagnostic(rule, message, text.place(start), help), severity });
    }
    return result.policies;
  });
  return { read: { texts, policies }, issues, tooLarge };
}

/** No enforced policy decides about scripts. */
function unrestricted(policies: readonly PolicyText[], page: string): Diagnostic[] {
  const [first] = policies;
  const script: Need = { directive: "script-src", url: "https://anywhere.invalid/x.js", who: "", what: "" };
  const [answer] = ask(policies, page, [script]);
  if (!first || answer?.directive !== undefined) return [];
  const only = policies.every(({ reportOnly }) => reportOnly) ? "; the policy only reports" : "";
  return [
    diagnostic(
      "csp/scripts-unrestricted",
      `no enforced policy has \`script-src\` or \`default-src\`${only}`,
      first.place(0),
    ),
  ];
}
