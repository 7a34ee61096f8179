import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { Remote } from "../find-federation.js";
import type { EnforceOptions } from "../options.js";
import { isOnBlock } from "./rules.js";

/** Remotes that this host loads past Module Federation's runtime: errors where they are on `block`, else warnings. */
export function checkRemotes(remotes: readonly Remote[], options: EnforceOptions | undefined): Diagnostic[] {
  const told = new Set<string>();
  return remotes.flatMap((remote): Diagnostic[] => {
    if (!remote.outside || told.has(remote.alias)) return [];
    told.add(remote.alias);
    const { message, help } = sayOf(remote);
    const names = [remote.alias, remote.name].filter((name) => name !== undefined);
    const severity = isOnBlock(options, names) ? "error" : "warning";
    return [{ ...diagnostic("enforce/remote-not-covered", message, undefined, help), severity }];
  });
}

function sayOf({ alias, type, request, outside }: Remote): { message: string; help: string } {
  const shown = request.length > 80 ? `${request.slice(0, 77)}…` : request;
  const remote = `remote ${JSON.stringify(alias)}`;
  const past = "so that fedseal cannot hold it to its seal";
  switch (outside) {
    case "fallback":
      return {
        message: `${remote} has more than one address, and the bundler tries one after the other, ${past}`,
        help: `Give it one address: \`${alias}: "${alias}@https://…/mf-manifest.json"\`.`,
      };
    case "imported":
      return {
        message: `${remote} is imported past Module Federation's runtime, ${past}`,
        help: `Name it in \`remotes\` of the ModuleFederationPlugin, and import its modules as "${alias}/…".`,
      };
    case "unknown":
      return {
        message: `fedseal cannot tell how Module Federation loads ${remote}`,
        help: "Report the versions of Rspack and Module Federation: fedseal does not know them yet.",
      };
    default: {
      const url = /https?:\/\/\S+/.exec(request)?.[0];
      return {
        message: `${remote} is loaded by the bundler (\`${type} ${shown}\`), not by Module Federation's runtime, ${past}`,
        help:
          type === "promise"
            ? `Take it out of \`remotes\`. At run time, \`await registerManifestRemote(${JSON.stringify(alias)}, "https://…/mf-manifest.json")\` of @fedseal/runtime, then \`loadRemote("${alias}/…")\`.`
            : `Set \`remoteType: "script"\`, and name the remote by its manifest: \`${alias}: "${alias}@${manifestBeside(url)}"\`. An ES module remote is loaded in this way if its manifest says \`"type": "module"\`: the manifest of Rspack's built-in plugin says "global"; build the remote with \`@module-federation/enhanced/rspack\`, or register its entry at run time with \`type: "module"\`.`,
      };
    }
  }
}

/** The address where a remote's manifest is, unless it was moved. */
function manifestBeside(entry: string | undefined): string {
  return entry ? entry.replace(/[?#].*$/, "").replace(/[^/]*$/, "mf-manifest.json") : "https://…/mf-manifest.json";
}
