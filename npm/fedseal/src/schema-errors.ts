import type { validate } from "schema-utils";
import { didYouMean } from "./near-name.js";

/** A value that breaks a JSON Schema, as schema-utils reports it. */
export type Mismatch = Parameters<NonNullable<NonNullable<Parameters<typeof validate>[2]>["postFormatter"]>>[1];

/** A value that is not allowed. */
export interface Problem {
  /** JSON pointer to the value (RFC 6901); of a missing key, to the object that lacks it. */
  pointer: string;
  /** Which key has which value, and which values are allowed. */
  message: string;
}

/** Whether a value at a pointer must not be printed. */
export type IsSecret = (pointer: string, value: unknown) => boolean;

/** One problem per value that is not allowed. `root` is the name of the whole value, as `options`. */
export function problemsOf(mismatch: Mismatch, root: string, isSecret: IsSecret = () => false): Problem[] {
  const all: Mismatch[] = [mismatch, ...(mismatch.children ?? [])];
  const alternatives = all.filter((one) => one.keyword === "anyOf").map((one) => one.instancePath);
  const found = all
    // Of a value that may have several shapes, the mistake inside it counts, where there is one.
    .filter(({ keyword, instancePath: path }) => {
      if (keyword === "additionalProperties" || keyword === "required" || !alternatives.includes(path)) return true;
      return keyword === "anyOf" && !all.some((other) => isInside(other, path));
    })
    .map((one) => problem(one, root, isSecret));
  return found.filter((one, index) => found.findIndex((other) => other.message === one.message) === index);
}

function isInside({ keyword, instancePath }: Mismatch, path: string): boolean {
  const isKey = keyword === "additionalProperties" || keyword === "required";
  return instancePath.startsWith(`${path}/`) || (isKey && instancePath === path);
}

function problem(
  { keyword, instancePath, params, data, parentSchema }: Mismatch,
  root: string,
  isSecret: IsSecret,
): Problem {
  const said = (pointer: string, value: unknown) => (isSecret(pointer, value) ? kindOf(value) : shown(value));
  const path = shownPath(instancePath, root);
  const allowed = (parentSchema ?? {}) as Shape;
  if (keyword === "required") {
    const name = String(params.missingProperty);
    const wanted = allowed.properties?.[name];
    const message = `${path}${key(name)} is missing${wanted ? `; expected ${expected(wanted)}` : ""}.`;
    return { pointer: instancePath, message };
  }
  if (keyword !== "additionalProperties") {
    return { pointer: instancePath, message: `${path} is ${said(instancePath, data)}; expected ${expected(allowed)}.` };
  }
  const name = String(params.additionalProperty);
  const names = Object.keys(allowed.properties ?? {});
  const hint = didYouMean(name, names) ?? `Known options: ${names.join(", ")}.`;
  const pointer = `${instancePath}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  const value = said(pointer, (data as Record<string, unknown>)[name]);
  return { pointer, message: `${path}${key(name)} is ${value}, but there is no such option. ${hint}` };
}

/** As far as the schemas of fedseal use JSON Schema. */
interface Shape {
  type?: string;
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
function expected(shape: Shape): string {
  if (shape.anyOf) return shape.anyOf.map(expected).join(", or ");
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
        : `an array, each item ${expected(shape.items)}`;
    default:
      if (shape.properties) return `an object with ${list(Object.keys(shape.properties), "and")}, ${optional(shape)}`;
      return shape.additionalProperties
        ? `an object that has, for the name of each remote, ${expected(shape.additionalProperties)}`
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
  return `${root}${names.map((name) => key(name.replaceAll("~1", "/").replaceAll("~0", "~"))).join("")}`;
}

function key(name: string): string {
  if (/^\d+$/.test(name)) return `[${name}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
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
