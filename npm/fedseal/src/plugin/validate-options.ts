import { type Schema, ValidationError, validate } from "schema-utils";
import { didYouMean } from "./near-name.js";
import type { FedsealPluginOptions } from "./options.js";
import { schema } from "./options-schema.js";

type Mismatch = Parameters<NonNullable<NonNullable<Parameters<typeof validate>[2]>["postFormatter"]>>[1];

/** Throws a `ValidationError` that names each wrong option with its value and what is allowed. */
export function validateOptions(options: FedsealPluginOptions): void {
  // Compiling the schema takes a tenth of a second; without options there is nothing to check.
  if (isEmptyObject(options)) return;
  // schema-utils types its schema as a mutable JSON Schema; ours is a constant.
  validate(schema as unknown as Schema, options, {
    name: "FedsealPlugin",
    baseDataPath: "options",
    postFormatter: (_, mismatch) => describe(mismatch).join("\n"),
  });
  const wrong = addressesOf(options);
  if (wrong.length === 0) return;
  const error = new ValidationError([], schema as unknown as Schema, {
    name: "FedsealPlugin",
    baseDataPath: "options",
  });
  error.message += wrong.map((one) => ` - ${one}`).join("\n");
  throw error;
}

/** One line per value that is not allowed. */
function describe(mismatch: Mismatch): string[] {
  const all: Mismatch[] = [mismatch, ...(mismatch.children ?? [])];
  const alternatives = all.filter((one) => one.keyword === "anyOf").map((one) => one.instancePath);
  const lines = all
    // Of a value that may have several shapes, the mistake inside it counts, where there is one.
    .filter(({ keyword, instancePath: path }) => {
      if (keyword === "additionalProperties" || !alternatives.includes(path)) return true;
      return keyword === "anyOf" && !all.some((other) => isInside(other, path));
    })
    .map(line);
  return [...new Set(lines)];
}

function isInside({ keyword, instancePath }: Mismatch, path: string): boolean {
  return instancePath.startsWith(`${path}/`) || (keyword === "additionalProperties" && instancePath === path);
}

function line({ keyword, instancePath, params, data, parentSchema }: Mismatch): string {
  const path = shownPath(instancePath);
  const allowed = (parentSchema ?? {}) as Shape;
  if (keyword !== "additionalProperties") return `${path} is ${shown(data)}; expected ${expected(allowed)}.`;
  const name = String(params.additionalProperty);
  const names = Object.keys(allowed.properties ?? {});
  const value = shown((data as Record<string, unknown>)[name]);
  const hint = didYouMean(name, names) ?? `Known options: ${names.join(", ")}.`;
  return `${path}${key(name)} is ${value}, but there is no such option. ${hint}`;
}

/** As far as the schema of the options uses JSON Schema. */
interface Shape {
  type?: string;
  enum?: readonly unknown[];
  anyOf?: readonly Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  additionalProperties?: Shape | false;
  minimum?: number;
}

/** What a schema allows, in words. */
function expected(shape: Shape): string {
  if (shape.anyOf) return shape.anyOf.map(expected).join(", or ");
  if (shape.enum) return list(shape.enum.map((value) => JSON.stringify(value)));
  switch (shape.type) {
    case "string":
      return "a non-empty string";
    case "boolean":
      return "true or false";
    case "number":
      return "a number above 0";
    case "integer":
      return `a whole number of at least ${shape.minimum}`;
    case "array":
      return "an array of non-empty strings";
    default:
      if (shape.properties)
        return `an object with ${list(Object.keys(shape.properties), "and")}, each of them optional`;
      return shape.additionalProperties
        ? `an object that has, for the name of each remote, ${expected(shape.additionalProperties)}`
        : "an object";
  }
}

function list(items: readonly string[], word = "or"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

/** `/enforce/origins/0` → `options.enforce.origins[0]` */
function shownPath(pointer: string): string {
  const names = pointer.split("/").slice(1);
  return `options${names.map((name) => key(name.replaceAll("~1", "/").replaceAll("~0", "~"))).join("")}`;
}

function key(name: string): string {
  if (/^\d+$/.test(name)) return `[${name}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function shown(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/**
 * Addresses that would match nothing as they are written. They are compared as URLs write them, so that another way of
 * writing is an error in place of a host that refuses everything.
 */
function addressesOf(options: FedsealPluginOptions): string[] {
  const { origins = [], mirrors = {} } = options.enforce || {};
  const wrong: string[] = [];
  const check = (path: string, value: string, meant: string | undefined, allowed: string) => {
    if (meant === value) return;
    const right = meant === undefined ? `expected ${allowed}` : `write ${JSON.stringify(meant)}`;
    wrong.push(`${shownPath(path)} is ${shown(value)}; ${right}.`);
  };
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

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
