import { joined } from "./side-of.js";

/** What remotes can be asked about: a contract, or what is locked of one. */
export interface Exposing {
  remote: string;
  exposes: Readonly<Record<string, unknown>>;
}

/** The remote that a module id belongs to: `shop` for `shop/Button`, `@team/shop` for `@team/shop/Button`. */
export function remoteOf(id: string, remotes: Iterable<string>): string | undefined {
  let found: string | undefined;
  for (const remote of remotes) {
    // A name may be the beginning of another one: the longest counts.
    if (belongsTo(id, remote) && remote.length > (found?.length ?? -1)) found = remote;
  }
  return found;
}

/** Whether a module id is one of a remote. An expose called `.` has the remote's own name. */
export function belongsTo(id: string, remote: string): boolean {
  return id === remote || id.startsWith(`${remote}/`);
}

/** What shells can import → the remote it belongs to. */
export function modulesOf(contracts: readonly Exposing[]): Map<string, string> {
  return new Map(
    contracts.flatMap(({ remote, exposes }) =>
      Object.keys(exposes).map((key) => [joined(remote, key), remote] as const),
    ),
  );
}
