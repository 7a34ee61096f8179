import { type CspRequest, readCsp, testCsp } from "@fedseal/binding";
import { problemOfAddress } from "../addresses.js";
import { type Directives, directivesFor, folderOf, type Manifests, type PolicyRules, textOf } from "./policy.js";

/** Why a policy is not sent: the rule of `fedseal check` that it breaks, and what about it. */
export interface Refusal {
  rule: string;
  message: string;
}

/** No page of a release set needs any of these; a policy that allows one is open to what an attacker injects. */
const NEVER: readonly CspRequest[] = [
  { directive: "script-src", inline: "injected()" },
  { directive: "script-src", eval: true },
  { directive: "script-src", url: "data:text/javascript,injected()" },
  { directive: "script-src", url: "blob:https://fedseal.invalid/0" },
  { directive: "style-src", inline: "injected {}" },
  { directive: "object-src", url: "https://fedseal.invalid/x" },
  ...["script-src", "style-src", "connect-src", "font-src", "img-src", "worker-src", "frame-src"].map((directive) => ({
    directive,
    url: "https://fedseal.invalid/x",
  })),
];

/** The directives of a release set, or why they are not sent. */
export function judgedFor(manifests: Manifests, rules: PolicyRules): Directives | Refusal {
  for (const [remote, manifest] of Object.entries(manifests)) {
    const wrong = problemOfAddress(manifest);
    if (wrong !== undefined)
      return { rule: "csp/url-unknown", message: `the manifest of ${JSON.stringify(remote)} ${wrong}` };
  }
  const directives = directivesFor(manifests, rules);
  return refusalOf(textOf(directives), directives, manifests, rules.origin) ?? directives;
}

/** Judges a policy by what decides in `fedseal check`: it has to be read as what was meant, let these remotes in, and nothing else. */
export function refusalOf(text: string, meant: Directives, manifests: Manifests, origin: string): Refusal | undefined {
  const { policies, issues, tooLarge } = readCsp({ text });
  if (tooLarge !== undefined) return { rule: "csp/policy-too-large", message: `the policy has ${tooLarge} bytes` };
  const [issue] = issues;
  if (issue) return { rule: issue.rule, message: issue.message };
  const read = policies.map(({ directives }) =>
    directives.map(({ name, sources }) => [name, sources.map((one) => one.text)]),
  );
  if (JSON.stringify(read) !== JSON.stringify([[...meant]])) {
    return { rule: "csp/policy-unreadable", message: "browsers read it as another policy than was made" };
  }
  const page = `${origin}/`;
  const wanted = Object.entries(manifests).flatMap(([remote, manifest]) =>
    requestsOf(manifest).map((request) => ({ remote, request })),
  );
  const { answers, error } = testCsp([{ text }], page, [...wanted.map(({ request }) => request), ...NEVER]);
  if (error !== undefined) return { rule: "csp/policy-unreadable", message: error };
  for (const [index, { remote, request }] of wanted.entries()) {
    if (answers[index]?.allowed !== true) {
      const message = `\`${request.directive}\` blocks ${request.url}, and ${JSON.stringify(remote)} needs it`;
      return { rule: "csp/source-missing", message };
    }
  }
  for (const [index, { directive, url, inline }] of NEVER.entries()) {
    const answer = answers[wanted.length + index];
    if (answer?.allowed !== false) {
      const what = url ?? (inline === undefined ? "code from a string" : "what is inline");
      return { rule: "csp/dangerous-source", message: `\`${directive}\` allows ${what}` };
    }
  }
  return undefined;
}

/** What a page asks for to load a remote: its manifest, and files of each kind beside it. */
function requestsOf(manifest: string): CspRequest[] {
  const folder = folderOf(manifest);
  return [
    { directive: "connect-src", url: manifest },
    { directive: "script-src", url: `${folder}remoteEntry.js` },
    { directive: "script-src", url: `${folder}static/js/async/chunk.js` },
    { directive: "style-src", url: `${folder}static/css/async/chunk.css` },
    { directive: "font-src", url: `${folder}static/font/text.woff2` },
    { directive: "img-src", url: `${folder}static/image/logo.svg` },
  ];
}
