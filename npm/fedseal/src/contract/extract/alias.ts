import type { Alias } from "@fedseal/binding";

/**
 * `resolve.alias` of a bundler's configuration, in the forms that it has: an object of webpack and Rspack, whose `name$`
 * is the whole request, a list of enhanced-resolve (`{ name, alias, onlyModule }`), and a list of Vite
 * (`{ find, replacement }`). A module that is switched off (`false`) and what is found by a regular expression are left
 * out: neither names a source.
 */
export function aliasesOf(option: unknown): Alias[] {
  if (Array.isArray(option)) return option.flatMap(listed);
  if (typeof option !== "object" || option === null) return [];
  return Object.entries(option).flatMap(([key, value]) => {
    const exact = key.endsWith("$");
    return alias(exact ? key.slice(0, -1) : key, exact, value);
  });
}

function listed(item: unknown): Alias[] {
  if (typeof item !== "object" || item === null) return [];
  const one = item as { name?: unknown; alias?: unknown; onlyModule?: unknown; find?: unknown; replacement?: unknown };
  if (typeof one.find === "string") return alias(one.find, false, one.replacement);
  return typeof one.name === "string" ? alias(one.name, one.onlyModule === true, one.alias) : [];
}

function alias(name: string, exact: boolean, value: unknown): Alias[] {
  const targets = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
  return targets.length > 0 ? [{ name, exact, targets }] : [];
}
