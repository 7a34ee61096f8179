import { posix } from "node:path";
import { VIRTUAL } from "./align.js";
import type { Side } from "./compare/side.js";
import type { Contract } from "./contract.js";

/** A contract as a side. Packages are looked up from a folder, the current one by default. */
export function sideOf(contract: Contract, age: Side["age"], packages = process.cwd(), prefix = ""): Side {
  const root = `${VIRTUAL}/${age}`;
  return {
    age,
    root,
    packages,
    files: new Map(Object.entries(contract.files).map(([stub, text]) => [`${root}/${stub}`, text])),
    exposes: new Map(
      Object.entries(contract.exposes).map(([key, { stub }]) => [
        prefix === "" ? key : joined(prefix, key),
        `${root}/${stub}`,
      ]),
    ),
    externals: new Map(Object.entries(contract.externals)),
  };
}

/** `shop` and `./Button` → `shop/Button`: what a shell imports. */
export function joined(remote: string, expose: string): string {
  return posix.join(remote, expose);
}
