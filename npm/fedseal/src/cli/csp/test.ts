import { readFileSync } from "node:fs";
import { type CspAnswer, type CspRequest, type Diagnostic, testCsp } from "@fedseal/binding";
import { withoutCredentials } from "../../config/addresses.js";
import { diagnostic } from "../../diagnostics.js";
import { asText, inWordsOf } from "../../gates/csp/ask.js";
import { type PolicyText, UnreadablePolicy } from "../../gates/csp/policy-text.js";
import { readPolicies } from "../../gates/csp/read-policies.js";
import { readText } from "../../gates/csp/read-text.js";
import { platformsOf } from "../../hosting/platform.js";
import type { ExitCode } from "../exit-code.js";
import { findingsAsText, print, visible } from "../output.js";

interface Options {
  policy: string[];
  reportOnly: string[];
  meta: string[];
  policyFile: string[];
  directive: string;
  page: string;
  url?: string;
  inline?: string;
  eval: boolean;
  wasm: boolean;
  nonce?: string;
  integrity?: string;
  parserInserted: boolean;
  redirected: boolean;
  format: "text" | "json";
}

/** `fedseal csp test` */
export async function testPolicy(options: Options): Promise<ExitCode> {
  const { page, format } = options;
  const policies = await policiesOf(options);
  if (typeof policies === "string") return wrong(policies);
  if (policies.length === 0) return wrong("give a policy: --policy, --report-only, --meta or --policy-file");
  const { answers, error } = testCsp(policies.map(asText), page, [requestOf(options)]);
  if (error !== undefined) return wrong(error);
  const [first] = answers;
  if (!first) throw new Error("a question has no answer");
  const answer = inWordsOf(policies, first);
  if (format === "json") {
    const { allowed, directive = null, expression = null, reason } = answer;
    print(`${JSON.stringify({ allowed, directive, expression, reason }, null, 2)}\n`);
  } else {
    print(`${[asLines(answer), ...issuesOf(policies)].join("\n\n")}\n`);
  }
  return answer.allowed ? 0 : 1;
}

/** The policies of the call, or what is wrong with it. */
async function policiesOf({ policy, reportOnly, meta, policyFile, page }: Options): Promise<PolicyText[] | string> {
  const given = (kind: string, texts: readonly string[], how: Partial<PolicyText>): PolicyText[] =>
    texts.map((text) => ({
      text,
      reportOnly: false,
      meta: false,
      isStatic: false,
      place: (offset) => ({ file: kind, line: 1, column: offset + 1 }),
      ...how,
    }));
  const all = [
    ...given("--policy", policy, {}),
    ...given("--report-only", reportOnly, { reportOnly: true }),
    ...given("--meta", meta, { meta: true }),
  ];
  for (const file of policyFile) {
    try {
      const path = URL.canParse(page) ? new URL(page).pathname : "/";
      const platforms = platformsOf(process.cwd(), undefined, file);
      const found = await readPolicies(readFileSync(file, "utf8"), file, { path, platforms });
      if (found.length === 0) return `${file} has no policy for the page`;
      all.push(...found);
    } catch (thrown) {
      if (thrown instanceof UnreadablePolicy) return thrown.message;
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === undefined) throw thrown;
      return code === "ENOENT" ? `there is no file ${file}` : `${file} could not be read: ${code}`;
    }
  }
  return all;
}

function requestOf({ directive, url, inline, nonce, integrity, ...flags }: Options): CspRequest {
  return {
    directive,
    ...(url !== undefined && { url }),
    ...(inline !== undefined && { inline }),
    ...(nonce !== undefined && { nonce }),
    ...(integrity !== undefined && { integrity }),
    eval: flags.eval,
    wasm: flags.wasm,
    parserInserted: flags.parserInserted,
    redirected: flags.redirected,
  };
}

function asLines({ allowed, directive, expression, reason }: CspAnswer): string {
  const lines = [
    allowed ? "allowed" : "blocked",
    `  directive   ${directive === undefined ? "none decides" : visible(directive)}`,
    `  expression  ${expression === undefined ? "none" : visible(expression)}`,
    `  reason      ${visible(reason)}`,
  ];
  return lines.join("\n");
}

/** What is wrong with the policies themselves. */
function issuesOf(policies: readonly PolicyText[]): string[] {
  const found = policies.flatMap((policy): Diagnostic[] =>
    readText(policy, policies).issues.map(({ rule, severity, message, help, start }) => ({
      ...diagnostic(rule, message, policy.place(start), help),
      severity,
    })),
  );
  return found.length === 0 ? [] : [findingsAsText(found, "csp", {})];
}

function wrong(message: string): ExitCode {
  process.stderr.write(
    `fedseal: ${visible(withoutCredentials(message))}\nRun \`fedseal csp test --help\` for what is possible.\n`,
  );
  return 2;
}
