import { createHash } from "node:crypto";

/** Whose entry it is, and of what. */
export interface Identity {
  /** The organization; from a verified session, never from a request. */
  orgId: string;
  parts: readonly (string | number | boolean)[];
}

/** A kept answer. */
export interface Entry {
  /** The answer as JSON: each caller gets a value of its own. */
  json: string;
  /** Until when it is used without asking, and until when while asking: Unix time in milliseconds. */
  freshUntil: number;
  staleUntil: number;
}

/** The key of an entry. The organization is a part of it like every other, so that no choice of parts reaches another one's. */
export function keyOf(prefix: string, { orgId, parts }: Identity): string {
  return `${prefix}:${createHash("sha256").update(nameOf({ orgId, parts })).digest("base64url")}`;
}

/** The text of an entry. It says whose it is, and is read for nobody else. */
export function write(identity: Identity, { json, freshUntil, staleUntil }: Entry): string {
  return JSON.stringify([nameOf(identity), freshUntil, staleUntil, json]);
}

/** Reads an entry; `undefined` for what is none, or of somebody else. */
export function read(identity: Identity, text: string): Entry | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!Array.isArray(parsed) || parsed.length !== 4) return undefined;
  const [name, freshUntil, staleUntil, json] = parsed;
  if (name !== nameOf(identity) || typeof json !== "string") return undefined;
  if (typeof freshUntil !== "number" || typeof staleUntil !== "number") return undefined;
  return { json, freshUntil, staleUntil };
}

function nameOf({ orgId, parts }: Identity): string {
  return JSON.stringify([orgId, ...parts]);
}
