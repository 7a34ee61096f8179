import { createRequire } from "node:module";
import type { Node } from "jsonc-parser";

/** Where keys stand in a text that is JSON, with or without comments. */

/** The place of an offset: line and column from 1, in UTF-16 code units. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The place of a JSON pointer: of the key itself, or of the nearest that is written there. */
export function placeInJson(text: string, pointer: string): { line: number; column: number } | undefined {
  // Most calls ask for no place: what parses is loaded for the first one.
  const { parseTree } = createRequire(import.meta.url)("jsonc-parser") as typeof import("jsonc-parser");
  const at = nearestOffset(parseTree(text, [], { allowTrailingComma: true }), pointer);
  return at === undefined ? undefined : placeOf(text, at);
}

/** A JSON pointer (RFC 6901) from names. */
export function pointerTo(...names: readonly string[]): string {
  return names.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The names in a JSON pointer. */
export function namesIn(pointer: string): string[] {
  const names = pointer.split("/").slice(1);
  return names.map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The offset of what a pointer names: of the key, the item, or of the nearest that is written there. */
export function nearestOffset(root: Node | undefined, pointer: string): number | undefined {
  let node = root;
  let at = node?.offset;
  for (const name of namesIn(pointer)) {
    const properties: readonly Node[] = node?.type === "object" ? (node.children ?? []) : [];
    const property = properties.find((one) => one.children?.[0]?.value === name);
    const next: Node | undefined = node?.type === "array" ? node.children?.[Number(name)] : property?.children?.[1];
    if (!next) return at;
    at = property?.offset ?? next.offset;
    node = next;
  }
  return at;
}
