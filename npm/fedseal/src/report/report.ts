import type { CheckResult } from "../check/check.js";
import { modelOf } from "./model.js";
import { page } from "./page.js";
import { pageParts } from "./parts.js";

/** A check as one HTML page. */
export function report(result: CheckResult): string {
  return page(modelOf(result), pageParts());
}
