import { createRequire } from "node:module";
import { readPublicKey } from "@fedseal/binding";
import { checkSignatures, isFedsealError } from "@fedseal/runtime/signature";
import type { Schema } from "schema-utils";
import { problemsOf, shownOrKind, shownPath } from "../schema-errors.js";
import type { FedsealPluginOptions, SignatureOptions } from "./options.js";
import isValid from "./options-check.generated.js";
import { schema } from "./options-schema.js";

/**
 * Throws a `ValidationError` that names each wrong option with its value and what is allowed. `without` are options that mean nothing
 * to the caller's bundler.
 */
export function validateOptions(
  options: FedsealPluginOptions,
  without: readonly (keyof FedsealPluginOptions)[] = [],
): void {
  if (!isValid(options)) refuse(options);
  const unknown = without
    .filter((option) => options[option] !== undefined)
    .map((option) => `options.${option} is not an option here; leave it out.`);
  const wrong = [...unknown, ...addressesOf(options), ...signaturesOf(options)];
  if (wrong.length > 0) throw mistakes(wrong);
}

/** Reads the schema again, with the words for people: compiling it takes a quarter of a second, which right options are spared. */
function refuse(options: FedsealPluginOptions): void {
  // schema-utils types its schema as a mutable JSON Schema; ours is a constant.
  schemaUtils().validate(schema as unknown as Schema, options, {
    name: "FedsealPlugin",
    baseDataPath: "options",
    postFormatter: (_, mismatch) =>
      problemsOf(mismatch, "options")
        .map(({ message }) => message)
        .join("\n"),
  });
  // schema-utils takes a list for the options of several plugins, and finds nothing wrong with an empty one.
  if (Array.isArray(options)) throw mistakes(["options is a list; expected one object."]);
  throw new Error("two readings of the same options differ");
}

function mistakes(wrong: readonly string[]): Error {
  const { ValidationError } = schemaUtils();
  const error = new ValidationError([], schema as unknown as Schema, {
    name: "FedsealPlugin",
    baseDataPath: "options",
  });
  error.message += wrong.map((one) => ` - ${one}`).join("\n");
  return error;
}

/** Loaded when it is needed: a plugin is applied synchronously. */
function schemaUtils(): typeof import("schema-utils") {
  return createRequire(import.meta.url)("schema-utils");
}

/** What the host would refuse to start with. */
function signaturesOf({ enforce }: FedsealPluginOptions): string[] {
  if (!enforce || enforce.signature === undefined) return [];
  try {
    checkSignatures(enforce.signature);
    return keysOf(enforce.signature);
  } catch (error) {
    if (!isFedsealError(error, "ERR_FEDSEAL_OPTIONS")) throw error;
    return [`options.enforce: ${error.message.replace("ERR_FEDSEAL_OPTIONS: ", "")}`];
  }
}

/** What only the whole arithmetic of a curve tells: a key that is no point of it verifies nothing. */
function keysOf(signature: Readonly<Record<string, SignatureOptions>>): string[] {
  return Object.entries(signature).flatMap(([remote, { keys = [] }]) =>
    keys.flatMap(({ kty, crv, x, y }, index) => {
      // Members that nobody needs are not looked at.
      const { problem } = readPublicKey(JSON.stringify({ kty, crv, x, y }));
      const pointer = `/enforce/signature/${remote.replaceAll("~", "~0").replaceAll("/", "~1")}/keys/${index}`;
      return problem == null ? [] : [`${shownPath(pointer, "options")} cannot be used: ${problem}.`];
    }),
  );
}

/**
 * Addresses that would match nothing as they are written. They are compared as URLs write them, so that another way of
 * writing is an error in place of a host that refuses everything.
 */
function addressesOf(options: FedsealPluginOptions): string[] {
  const { origins = [], mirrors = {} } = options.enforce || {};
  const { origin } = options.sign || {};
  const wrong: string[] = [];
  const check = (path: string, value: string, meant: string | undefined, allowed: string) => {
    if (meant === value) return;
    const right = meant === undefined ? `expected ${allowed}` : `write ${JSON.stringify(meant)}`;
    wrong.push(`${shownPath(path, "options")} is ${shownOrKind(value)}; ${right}.`);
  };
  if (origin !== undefined) check("/sign/origin", origin, webAddress(origin)?.origin, SIGNED);
  for (const [index, item] of origins.entries()) {
    check(`/enforce/origins/${index}`, item, originMeant(item), ORIGIN);
  }
  for (const [remote, bases] of Object.entries(mirrors)) {
    const pointer = remote.replaceAll("~", "~0").replaceAll("/", "~1");
    for (const [index, base] of bases.entries()) {
      check(`/enforce/mirrors/${pointer}/${index}`, base, mirrorMeant(base), MIRROR);
    }
  }
  return wrong;
}

const ORIGIN = 'an origin without a path, such as "https://cdn.example.com" or "https://*.example.com", or "self"';
const SIGNED = 'an origin without a path, such as "https://cdn.example.com"';
const MIRROR =
  'an absolute http or https URL that ends in "/", without a query, such as "https://cdn2.example.com/shop/"';

function originMeant(item: string): string | undefined {
  if (item === "self") return item;
  const url = webAddress(item.replace("//*.", "//"));
  if (url?.pathname !== "/" || /[?#]/.test(item)) return undefined;
  return item.includes("//*.") ? url.origin.replace("//", "//*.") : url.origin;
}

function mirrorMeant(base: string): string | undefined {
  const url = webAddress(base);
  if (!url || /[?#]/.test(base)) return undefined;
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** A URL of http or https without credentials. */
function webAddress(text: string): URL | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username || url.password || url.host.includes("*") ? undefined : url;
}
