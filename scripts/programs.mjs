// Finds programs that tests need, or installs Debian's packages: no test is left out for want of one that can be had.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fail } from "./setup.mjs";

/** What a variable says of a program that is left out. */
export const NONE = "none";

/** Where a program is, or why it is not there. */
export function find(program, purpose) {
  const { name, variable, packages, needs } = program;
  const named = process.env[variable];
  if (named === NONE) return { reason: `${name}: ${variable} is "${NONE}".` };
  if (named !== undefined && !existsSync(named)) fail(`${variable} names ${named}, which does not exist.`);
  const look = () => (needs.every(existsSync) ? (named ?? program.places.find(existsSync)) : undefined);
  const found = look();
  if (found) return { path: found };
  if (process.platform === "linux") install(name, packages, purpose);
  const path = look();
  if (path) return { path };
  const debian = `on Debian and Ubuntu, \`apt-get install ${packages.join(" ")}\``;
  return { reason: `${purpose} need ${name}: install it (${debian}), or set ${variable} to its path.` };
}

/** Debian's packages. What apt-get prints is shown when they cannot be installed. */
function install(name, packages, purpose) {
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => {
    const [command, ...rest] = [...root, "apt-get", ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(command, rest, { env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  };
  const attempt = () => apt("install", "-y", "--no-install-recommends", ...packages);
  console.log(`fedseal: installing ${name} for ${purpose}`);
  let tried = attempt();
  if (tried.status !== 0) {
    apt("update");
    tried = attempt();
  }
  if (tried.status !== 0) {
    process.stderr.write(tried.error ? `${tried.error.message}\n` : `${tried.stdout}${tried.stderr}`);
  }
}
