import type { Diagnostic } from "@fedseal/binding";
import type { CheckContext } from "../../check/area.js";
import { diagnostic } from "../../diagnostics.js";
import { didYouMean } from "../../near-name.js";
import { manifestsOf } from "./manifests.js";
import { DIRECTIVES, type Need, needsOf, ownNeeds, ownUrl, UnknownNeeds } from "./needs.js";
import type { CspSettings } from "./settings.js";

/** What a page needs, as far as that can be known. */
export interface KnownNeeds {
  needs: Need[];
  /** Whether all that the remotes load is known. */
  isComplete: boolean;
  diagnostics: Diagnostic[];
  unchecked: { reason: string }[];
}

/** The needs of the targets, of `csp.remotes` and of `csp.needs`. */
export async function needsIn(
  context: CheckContext,
  settings: CspSettings | undefined,
  page: string,
): Promise<KnownNeeds> {
  const { remotes, diagnostics, unchecked } = await manifestsOf(context, settings);
  const needs: Need[] = [];
  let isComplete = remotes.length > 0 && diagnostics.length === 0 && unchecked.length === 0;
  for (const remote of remotes) {
    try {
      const found = needsOf(remote, page);
      needs.push(...found.needs);
      isComplete &&= found.isComplete;
    } catch (thrown) {
      if (!(thrown instanceof UnknownNeeds)) throw thrown;
      diagnostics.push(diagnostic("csp/url-unknown", thrown.message, { file: remote.name }));
      isComplete = false;
    }
  }
  const own = ownNeeds(settings?.needs ?? {});
  for (const need of own) {
    const { url = "", directive } = need;
    if (!DIRECTIVES.includes(directive)) {
      const hint = didYouMean(directive, DIRECTIVES) ?? `Expected one of ${DIRECTIVES.join(", ")}.`;
      unchecked.push({ reason: `\`csp.needs\` has ${JSON.stringify(directive)}. ${hint}` });
      continue;
    }
    const absolute = ownUrl(url, page);
    if (absolute !== undefined) needs.push({ ...need, url: absolute });
    else unchecked.push({ reason: `\`csp.needs\` has ${JSON.stringify(url)}, which is not a URL or a path from /` });
  }
  return { needs, isComplete, diagnostics, unchecked };
}
