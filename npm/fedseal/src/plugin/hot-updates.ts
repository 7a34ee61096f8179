import type { Compilation } from "./bundler.js";

/**
 * The hot updates among the assets of a build. They are code for pages that are being developed and are gone after the
 * next build, so that no manifest can vouch for them. The bundler says which they are: a chunk may have such a name, too.
 */
export function hotUpdatesOf(compilation: Compilation): Set<string> {
  const names = Object.keys(compilation.assets).filter((name) => name.includes(".hot-update."));
  return new Set(names.filter((name) => compilation.getAsset(name)?.info.hotModuleReplacement));
}

/**
 * A manifest as Module Federation would have written it without hot updates: `@module-federation/enhanced` takes them
 * for files of the chunk that they update.
 */
export function withoutHotUpdates(manifest: Buffer, hotUpdates: ReadonlySet<string>): Buffer {
  if (![...hotUpdates].some((name) => manifest.includes(JSON.stringify(name)))) return manifest;
  const text = manifest.toString();
  const indent = /^\{\s*\n([\t ]+)/.exec(text)?.[1];
  const left = JSON.parse(text, (_, value) =>
    Array.isArray(value) ? value.filter((item) => !hotUpdates.has(item)) : value,
  );
  return Buffer.from(JSON.stringify(left, undefined, indent));
}
