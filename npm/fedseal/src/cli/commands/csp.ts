import { type Command, InvalidArgumentError, Option } from "commander";
import { isWebAddress } from "../../config/addresses.js";
import { DIRECTIVES } from "../../gates/csp/needs.js";
import { didYouMean } from "../../near-name.js";
import { formatOption } from "../formats.js";
import { type Done, list } from "../options.js";

/** `fedseal csp …` */
export function register(command: Command, done: Done): void {
  testCommand(command, done);
  generateCommand(command, done);
}

/** Adds `fedseal csp test`. */
function testCommand(csp: Command, done: Done): void {
  csp
    .command("test")
    .description("say whether a page's policies allow a request, by which expression, and why")
    .addOption(list("--policy <policy>", "the value of a Content-Security-Policy header"))
    .addOption(list("--report-only <policy>", "the value of a Content-Security-Policy-Report-Only header"))
    .addOption(list("--meta <policy>", "the content of a <meta> element"))
    .addOption(list("--policy-file <file>", "a file with policies: text, header lines, _headers, vercel.json or HTML"))
    .addOption(
      new Option("--directive <name>", "what is asked about, such as script-src or connect-src").makeOptionMandatory(),
    )
    .addOption(new Option("--page <url>", "address of the page that has the policies").makeOptionMandatory())
    .option("--url <url>", "what is requested; absolute, or relative to the page")
    .option("--inline <text>", "an inline script or style, in place of a URL")
    .option("--eval", "code from a string, in place of a URL", false)
    .option("--wasm", "WebAssembly, in place of a URL", false)
    .option("--nonce <nonce>", "nonce of the element")
    .option("--integrity <metadata>", "integrity of the element")
    .option("--parser-inserted", "the script stands in the HTML; without it, another script inserted it", false)
    .option("--redirected", "a redirect led to the URL, so paths in the policy do not count", false)
    .addOption(formatOption(["text", "json"]))
    .addHelpText(
      "after",
      `
Exit codes: 0 allowed, 1 blocked, 2 wrong call.

Examples:
  fedseal csp test --policy "script-src 'self' https://cdn.example.com" --directive script-src \\
    --page https://app.example.com/ --url https://cdn.example.com/shop/remoteEntry.js
  fedseal csp test --policy-file dist/_headers --directive connect-src \\
    --page https://app.example.com/ --url https://cdn.example.com/shop/mf-manifest.json --format json`,
    )
    .action(async (options) => {
      const { testPolicy } = await import("../csp/test.js");
      done(await testPolicy(options));
    });
}

/** Adds `fedseal csp generate`. */
function generateCommand(csp: Command, done: Done): void {
  csp
    .command("generate")
    .description("write the narrowest policy under which a page and these remotes work")
    .argument("[targets...]", "output folders, and URLs of manifests (default: those of the configuration, else dist)")
    .option("--page <url>", "address of the page (default: csp.page of the configuration)", address)
    .option("--origin <url>", "URL that serves the output folder (default: csp.origin)", address)
    .option("--hashes", "list the hashes of scripts from the seals instead of their origins", false)
    .addOption(
      new Option(
        "--nonce <nonce>",
        "nonce of the page's scripts, or the place for a template, such as {{nonce}}",
      ).argParser(nonce),
    )
    .addOption(
      list("--need <directive=url>", "what the page itself needs, such as connect-src=https://api.example.com", need),
    )
    .addOption(
      new Option("--trusted-types [names...]", "require Trusted Types; names of the policies of bundlers").argParser(
        policyNames,
      ),
    )
    .option("--report-to <name>", "name in Reporting-Endpoints that gets violations", token)
    .option("--tenants <file>", "JSON of tenants and their remotes: a policy for each tenant")
    .addOption(formatOption(["text", "json"]))
    .addHelpText(
      "after",
      `
Examples:
  fedseal csp generate dist --origin https://cdn.example.com/shop/ --page https://app.example.com/
  fedseal csp generate https://cdn.example.com/shop/mf-manifest.json --page https://app.example.com/ --hashes
  fedseal csp generate --tenants tenants.json --page https://app.example.com/ --format json`,
    )
    .action(async (targets: string[], options) => {
      const { generate } = await import("../csp/generate.js");
      done(await generate(targets, options));
    });
}

function address(text: string): string {
  if (!isWebAddress(text)) throw new InvalidArgumentError("It must be a URL of http or https.");
  return text;
}

function nonce(text: string): string {
  const isNonce = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text);
  const isTemplate = /[{}<>$%]/.test(text) && /^[\x21-\x7e]+$/.test(text) && !/[;,']/.test(text);
  if (!isNonce && !isTemplate)
    throw new InvalidArgumentError("It must be base64, or a template without spaces and quotes.");
  return text;
}

function need(text: string): [string, string] {
  const at = text.indexOf("=");
  const [directive, url] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (at < 1 || url === "") throw new InvalidArgumentError("Write it as connect-src=https://api.example.com.");
  if (!DIRECTIVES.includes(directive)) {
    const hint = didYouMean(directive, DIRECTIVES) ?? `Expected one of ${DIRECTIVES.join(", ")}.`;
    throw new InvalidArgumentError(`There is no such directive ${JSON.stringify(directive)}. ${hint}`);
  }
  return [directive, url];
}

/** Names of policies (Trusted Types, section 4.3.2); `*` would let any in. */
function policyNames(text: string, before: true | string[] | undefined): string[] {
  if (!/^[\w\-#=/@.%]+$/.test(text)) {
    throw new InvalidArgumentError("A name has letters, digits and -#=_/@.% only.");
  }
  return [...(Array.isArray(before) ? before : []), text];
}

function token(text: string): string {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text)) throw new InvalidArgumentError("It must be a name without spaces.");
  return text;
}
