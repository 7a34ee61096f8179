import { type CspRead, readCsp } from "@fedseal/binding";
import { asText } from "./ask.js";
import { asWritten, type PolicyText } from "./policy-text.js";

/** What a text says, in the words of its file. `page` are all texts of the page: what they block is not dangerous. */
export function readText(text: PolicyText, page: readonly PolicyText[] = []): CspRead {
  const beside = page.filter((one) => one !== text).map(asText);
  const read = readCsp(asText(text), beside);
  const policies = read.policies.map((policy) => ({
    ...policy,
    directives: policy.directives.map((directive) => ({
      ...directive,
      sources: directive.sources.map((one) => ({ ...one, text: text.text.slice(one.start, one.end) })),
    })),
  }));
  const issues = read.issues.map((one) => ({
    ...one,
    message: asWritten(text, one.message),
    ...(one.help !== undefined && { help: asWritten(text, one.help) }),
  }));
  return { ...read, policies, issues };
}
