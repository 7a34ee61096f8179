import { didYouMean } from "./near-name.js";
import { isPrivateJwk, mayBeKey } from "./private-keys.js";

/** A value that breaks a JSON Schema, as schema-utils reports it; in words of our own, as published types cannot name its package. */
export interface Mismatch {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
  data?: unknown;
  parentSchema?: object | undefined;
  propertyName?: string | undefined;
  children?: Mismatch[] | undefined;
}

/** A value that is not allowed. */
export interface Problem {
  /** JSON pointer to the value (RFC 6901); of a missing key, to the object that lacks it. */
  pointer: string;
  /** Which key has which value, and which values are allowed. */
  message: string;
}

/** What the parts of a value are called. */
export interface Words {
  /** What there may be no other of. */
  key: "option" | "key";
  /** What the keys of an object without fixed ones are. */
  entry: string;
}

const OPTIONS: Words = { key: "option", entry: "the name of each remote" };

/** How problems are told. */
export interface Telling {
  words?: Words;
  /** Whether a value at a pointer must not be printed. */
  isSecret?: (pointer: string, value: unknown) => boolean;
}

/** One problem per value that is not allowed. `root` is the name of the whole value, as `options`. */
export function problemsOf(mismatch: Mismatch, root: string, telling: Telling = {}): Problem[] {
  const all: Mismatch[] = [mismatch, ...(mismatch.children ?? [])];
  const alternatives = all.filter((one) => one.keyword === "anyOf").map((one) => one.instancePath);
  const found = all
    // Of a value that may have several shapes, the mistake inside it counts, where there is one.
    .filter(({ keyword, instancePath: path }) => {
      if (keyword === "additionalProperties" || keyword === "required" || !alternatives.includes(path)) return true;
      return keyword === "anyOf" && !all.some((other) => isInside(other, path));
    })
    // The error about all names of an object says it.
    .filter(({ propertyName }) => propertyName === undefined)
    .map((one) => problem(one, root, telling));
  return found.filter((one, index) => found.findIndex((other) => other.message === one.message) === index);
}

function isInside({ keyword, instancePath }: Mismatch, path: string): boolean {
  const isKey = keyword === "additionalProperties" || keyword === "required";
  return instancePath.startsWith(`${path}/`) || (isKey && instancePath === path);
}

function problem(
  { keyword, instancePath, params, data, parentSchema }: Mismatch,
  root: string,
  { words = OPTIONS, isSecret = () => false }: Telling,
): Problem {
  const said = (pointer: string, value: unknown) => (isSecret(pointer, value) ? kindOf(value) : shownOrKind(value));
  const path = shownPath(instancePath, root);
  const allowed = (parentSchema ?? {}) as Shape;
  if (keyword === "required") {
    const name = String(params.missingProperty);
    const wanted = allowed.properties?.[name];
    const message = `${path}${key(name)} is missing${wanted ? `; expected ${expected(wanted, words)}` : ""}.`;
    return { pointer: instancePath, message };
  }
  if (keyword === "propertyNames") {
    const name = String(params.propertyName);
    const wanted = allowed.propertyNames?.title ?? "another name";
    return { pointer: instancePath, message: `${path} has the key ${shownOrKind(name)}; expected ${wanted}.` };
  }
  if (keyword !== "additionalProperties") {
    return {
      pointer: pointerWithoutKeys(instancePath),
      message: `${path} is ${said(instancePath, data)}; expected ${expected(allowed, words)}.`,
    };
  }
  const name = String(params.additionalProperty);
  const names = Object.keys(allowed.properties ?? {});
  const hint = didYouMean(name, names) ?? `Known ${words.key}s: ${names.join(", ")}.`;
  const pointer = pointerWithoutKeys(`${instancePath}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  const found = (data as Record<string, unknown>)[name];
  // Of a private key, no member is said.
  const value = isPrivateJwk(data) ? kindOf(found) : said(pointer, found);
  return { pointer, message: `${path}${key(name)} is ${value}, but there is no such ${words.key}. ${hint}` };
}

/** As far as the schemas of fedseal use JSON Schema. */
interface Shape {
  /** What is allowed, in words. */
  title?: string;
  type?: string;
  const?: unknown;
  propertyNames?: Shape;
  enum?: readonly unknown[];
  anyOf?: readonly Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: readonly string[];
  additionalProperties?: Shape | false;
  minimum?: number;
  pattern?: string;
  examples?: readonly unknown[];
}

/** What a schema allows, in words. */
function expected(shape: Shape, words: Words): string {
  if (shape.title !== undefined) return shape.title;
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.anyOf) return shape.anyOf.map((one) => expected(one, words)).join(", or ");
  if (shape.enum) return list(shape.enum.map((value) => JSON.stringify(value)));
  const example = shape.examples?.[0];
  switch (shape.type) {
    case "string":
      if (shape.pattern !== undefined && example !== undefined) return `a text such as ${JSON.stringify(example)}`;
      return "a non-empty string";
    case "boolean":
      return "true or false";
    case "number":
      return "a number above 0";
    case "integer":
      return `a whole number of at least ${shape.minimum}`;
    case "array":
      return shape.items?.type === "string" || !shape.items
        ? "an array of non-empty strings"
        : `an array, each item ${expected(shape.items, words)}`;
    default:
      if (shape.properties) return `an object with ${list(Object.keys(shape.properties), "and")}, ${optional(shape)}`;
      return shape.additionalProperties
        ? `an object that has, for ${words.entry}, ${expected(shape.additionalProperties, words)}`
        : "an object";
  }
}

function optional({ required = [] }: Shape): string {
  return required.length === 0 ? "each of them optional" : `of which ${list(required, "and")} must be given`;
}

function list(items: readonly string[], word = "or"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

/** `/enforce/origins/0` of `options` → `options.enforce.origins[0]` */
export function shownPath(pointer: string, root: string): string {
  const names = pointer.split("/").slice(1);
  return `${root}${names.map((name) => key(unescaped(name))).join("")}`;
}

/** The pointer to a value, or to what holds it where a name on the way may be a private key. */
export function pointerWithoutKeys(pointer: string): string {
  const names = pointer.split("/");
  const at = names.findIndex((name) => mayBeKey(unescaped(name)));
  return at < 0 ? pointer : names.slice(0, at).join("/");
}

function unescaped(name: string): string {
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}

function key(name: string): string {
  if (mayBeKey(name)) return "[…]";
  if (/^\d+$/.test(name)) return `[${name}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** A value that cannot be a private key; of others, and of what may hold one, what it is: logs are read by many. */
export function shownOrKind(value: unknown): string {
  const isShort = typeof value !== "object" || value === null || Object.keys(value).length === 0;
  return isShort && !(typeof value === "string" && mayBeKey(value)) ? shown(value) : kindOf(value);
}

/** What a value is, without the value. */
function kindOf(value: unknown): string {
  if (typeof value === "string") return "a text";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null
    ? "an object"
    : `${typeof value === "undefined" ? "" : "a "}${value === null ? "null" : typeof value}`;
}

/** A value as people write it, cut where it is long. */
export function shown(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
