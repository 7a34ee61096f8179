import { problemOfAddress } from "../addresses.js";

/** Directives that a need may be of. Scripts have `folders`. */
const DIRECTIVES = [
  "connect-src",
  "font-src",
  "frame-src",
  "img-src",
  "manifest-src",
  "media-src",
  "style-src",
  "worker-src",
] as const;
export type NeedDirective = (typeof DIRECTIVES)[number];

/** Schemes that may stand in place of addresses: they hold what a script that runs has made, and no code. */
const SCHEMES: Partial<Record<string, readonly string[]>> = {
  "font-src": ["data:"],
  "img-src": ["data:", "blob:"],
  "media-src": ["data:", "blob:"],
};

/** What is asked for beside manifests and the files beside them. */
export interface PageNeeds {
  /** Addresses of APIs: of an origin, of a folder (`/` at its end), or of one path. */
  apis?: readonly string[];
  /** Folders, `/` at their end, with files of a remote that are not beside its manifest. */
  folders?: readonly string[];
  /** Directive → addresses. The page's own origin is in each; `img-src`, `font-src` and `media-src` may have `data:`. */
  needs?: Readonly<Partial<Record<NeedDirective, readonly string[]>>>;
  /** Names of policies of Trusted Types: `output.trustedTypes` of a bundler. Of a remote, they count where `trustedTypes` is on. */
  trustedTypes?: readonly string[];
}

/** Name of a policy (Trusted Types, section 4.3.2). `*` would let any in. */
const POLICY_NAME = /^[\w\-#=/@.%]+$/;

/** Why needs cannot be used; `undefined` where they can. Names the key. */
export function problemOfNeeds({
  apis = [],
  folders = [],
  needs = {},
  trustedTypes = [],
}: PageNeeds): string | undefined {
  if (![apis, folders, trustedTypes, ...Object.values(needs)].every(isList))
    return "has a value that is no list of texts";
  for (const api of apis) {
    const wrong = problemOfAddress(api, "http and sockets");
    if (wrong !== undefined) return `has ${JSON.stringify(api)} in \`apis\`, which ${wrong}`;
  }
  for (const folder of folders) {
    const wrong =
      problemOfAddress(folder) ?? (new URL(folder).pathname.endsWith("/") ? undefined : "has no `/` at its end");
    if (wrong !== undefined) return `has ${JSON.stringify(folder)} in \`folders\`, which ${wrong}`;
  }
  for (const [directive, addresses] of Object.entries(needs)) {
    if (!DIRECTIVES.some((one) => one === directive)) {
      return `has ${JSON.stringify(directive)} in \`needs\`; there are ${DIRECTIVES.join(", ")}`;
    }
    for (const address of addresses) {
      if (SCHEMES[directive]?.includes(address)) continue;
      const wrong = problemOfAddress(address, directive === "connect-src" ? "http and sockets" : "http");
      if (wrong !== undefined) return `has ${JSON.stringify(address)} for \`${directive}\`, which ${wrong}`;
    }
  }
  const name = trustedTypes.find((one) => !POLICY_NAME.test(one));
  return name === undefined
    ? undefined
    : `has ${JSON.stringify(name)} in \`trustedTypes\`, which is no name of a policy`;
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
