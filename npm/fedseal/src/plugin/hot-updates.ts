import { printedLike } from "./printed-like.js";

/**
 * A manifest as Module Federation would have written it without hot updates: `@module-federation/enhanced` takes them
 * for files of the chunk that they update.
 */
export function withoutHotUpdates(manifest: Buffer, hotUpdates: ReadonlySet<string>): Buffer {
  if (![...hotUpdates].some((name) => manifest.includes(JSON.stringify(name)))) return manifest;
  const text = manifest.toString();
  const left = JSON.parse(text, (_, value) =>
    Array.isArray(value) ? value.filter((item) => !hotUpdates.has(item)) : value,
  );
  return printedLike(text, left);
}
