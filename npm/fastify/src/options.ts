/** What is wrong with one option; `undefined` where nothing is. The words follow its name. */
type Check = (value: unknown) => string | undefined;

/**
 * Why options cannot be used: one that there is not, or a value that is none of it. `undefined` where they can. What may be left out
 * is not checked then.
 */
export function problemOfOptions(options: object, checks: Readonly<Record<string, Check>>): string | undefined {
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) return `\`${name}\` is no option; there are ${Object.keys(checks).join(", ")}`;
    const wrong = value === undefined ? undefined : check(value);
    if (wrong !== undefined) return `\`${name}\` ${wrong}`;
  }
  return undefined;
}

/** A finite number of a range. */
export function number(least: number, most: number): Check {
  const isOne = (value: unknown) => typeof value === "number" && value >= least && value <= most;
  return (value) => (isOne(value) ? undefined : `is not ${least.toLocaleString("en")} to ${most.toLocaleString("en")}`);
}

/** A whole number of a range. */
export function count(least: number, most: number): Check {
  const inRange = number(least, most);
  return (value) => inRange(value) ?? (Number.isInteger(value) ? undefined : "is not a whole number");
}

export const redisUrl: Check = (value) =>
  typeof value === "string" && /^(rediss?|unix):\/\/./.test(value)
    ? undefined
    : "is not a URL of Redis (redis:// or rediss://)";

/** Of a key in Redis, where braces choose the place in a cluster. */
export const keyText: Check = (value) =>
  typeof value === "string" && value !== "" && !/[{}]/.test(value) ? undefined : "is empty, or has a brace";

export const aFunction: Check = (value) => (typeof value === "function" ? undefined : "is not a function");

export const anything: Check = () => undefined;

/** The path of a route, without parameters. */
export const routePath: Check = (value) =>
  typeof value === "string" && /^\/[^:*?#\s]*$/.test(value) ? undefined : "is not a path of this server";

export const DAY = 86_400_000;
