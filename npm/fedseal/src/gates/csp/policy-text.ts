import type { Location } from "@fedseal/binding";

/** The text of one header, or of one `<meta>` element, and where it was read. */
export interface PolicyText {
  text: string;
  reportOnly: boolean;
  meta: boolean;
  /** Whether everybody gets the same bytes, so that a nonce in it is no secret. */
  isStatic: boolean;
  /** The place of a UTF-16 offset into `text`. */
  place(offset: number): Location;
}

/** Header names that carry policies, in lower case, and whether they only report. */
export const HEADERS = new Map([
  ["content-security-policy", false],
  ["content-security-policy-report-only", true],
]);

/** Why a file has no policy that can be checked: a sentence without a full stop. */
export class UnreadablePolicy extends Error {
  override readonly name = "UnreadablePolicy";
}

/** Places in a text that stands in a file as it is, from `start` on. */
export function placesIn(file: string, content: string, start: number): (offset: number) => Location {
  let lines: number[] | undefined;
  return (offset) => {
    lines ??= lineStarts(content);
    const at = Math.min(start + offset, content.length);
    let low = 0;
    let high = lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lines[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return { file, line: low + 1, column: at - (lines[low] ?? 0) + 1 };
  };
}

function lineStarts(content: string): number[] {
  const starts = [0];
  for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** A nonce that a template fills in: `'nonce-{{ nonce }}'`, `'nonce-<%= nonce %>'`, `'nonce-$NONCE'`. */
const TEMPLATE = /(?<='nonce-)[^';,]*[{}<>$%][^';,]*(?=')/gi;

/** Whether a template fills in a nonce. */
export function hasTemplate({ text }: PolicyText): boolean {
  return text.search(TEMPLATE) >= 0;
}

/** The text as a browser will get it: some nonce in place of each template, so that every offset stays. */
export function rendered({ text }: PolicyText): string {
  return text.replaceAll(TEMPLATE, placeholder);
}

function placeholder(template: string): string {
  return "T".repeat(template.length);
}

/** What is said about a text as it is rendered, with the templates that people wrote. */
export function asWritten(policy: PolicyText, said: string): string {
  let templates = TEMPLATES.get(policy);
  if (!templates) {
    templates = [...new Set([...policy.text.matchAll(TEMPLATE)].map(([template]) => template))];
    TEMPLATES.set(policy, templates);
  }
  return templates.reduce(
    (text, template) => text.replaceAll(`'nonce-${placeholder(template)}'`, () => `'nonce-${template}'`),
    said,
  );
}

/** A text is looked through once, and asked about thousands of files. */
const TEMPLATES = new WeakMap<PolicyText, string[]>();
