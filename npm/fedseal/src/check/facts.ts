import type { Diagnostic } from "@fedseal/binding";

/** What the areas looked at, for reports that show more than findings. Plain data; every list is in a fixed order. */
export interface CheckFacts {
  seals: SealFacts[];
  contracts: ContractFacts[];
  headers: HeaderFacts[];
  policies: PolicyFacts[];
  pages: PageFacts[];
}

/** A manifest, and the files that it seals. */
export interface SealFacts {
  /** The name of the remote or host. */
  name: string;
  /** The manifest, relative to the current folder, or its URL. */
  manifest: string;
  /** `release.id`, where the manifest has one. */
  release?: string;
  isSealed: boolean;
  /** Sorted by name. Without a seal, the files that the manifest lists. */
  files: SealedFile[];
  /** The entry that hosts load, as a name in `files`. */
  entry?: string;
  exposes: ExposeFacts[];
  /** The release before; missing where nothing is compared, or the base does not have it. */
  base?: { name: string; release?: string; files: SealedFile[] };
}

/** A file of a closure. */
export interface SealedFile {
  name: string;
  /** Bytes; missing where the file is not there, or was not fetched. */
  size?: number;
  /** `integrity` (SRI); missing where the manifest has none. */
  seal?: string;
}

/** What an expose loads, as names of files. */
export interface ExposeFacts {
  /** `./Button` */
  path: string;
  sync: string[];
  async: string[];
}

/** What a remote promises. */
export interface ContractFacts {
  remote: string;
  version: string;
  /** The contract, relative to the current folder. */
  file: string;
  exposes: { path: string; source: string; stub: string }[];
  externals: { name: string; range: string }[];
  /** The differences from the release before; missing where there is nothing to compare with. */
  changes?: { against: string; bump: "major" | "minor" | "patch" | "none"; all: ContractChange[] };
}

/** A difference between two contracts. */
export interface ContractChange {
  rule: string;
  /** `Expose#Export.member` */
  export: string;
  level: "major" | "minor" | "patch";
  message: string;
  because: string;
  before?: string;
  after?: string;
  location?: NonNullable<Diagnostic["location"]>;
}

/** The headers that a file is served with. */
export interface HeaderFacts {
  file: string;
  role: string;
  /** Why it has this role. */
  why: string;
  /** Where the headers were seen: the URL of the folder, or the file that sets them. */
  from: string;
  /** HTTP status; missing for headers that a file sets. */
  status?: number;
  /** Name in lower case → value, of the headers that caching and loading depend on. */
  headers: Record<string, string>;
}

/** The policies of a page, and what it needs of them. */
export interface PolicyFacts {
  page: string;
  policies: PolicyGrants[];
  needs: PolicyNeed[];
}

/** One policy: what browsers keep of it, and who needs what it grants. */
export interface PolicyGrants {
  location: NonNullable<Diagnostic["location"]>;
  /** As written. */
  text: string;
  reportOnly: boolean;
  directives: { name: string; sources: PolicySource[] }[];
}

/** A source expression. */
export interface PolicySource {
  text: string;
  /** Why it is on the danger list, if it is. */
  danger?: string;
  /** The names of those whose needs it grants; empty for keywords and nonces, of which needs say nothing. */
  neededBy: string[];
}

/** Requests of one kind to one origin. */
export interface PolicyNeed {
  who: string;
  what: string;
  directive: string;
  /** The source expression that allows them: an origin, `'self'`, or a keyword. */
  source: string;
  /** How many requests. */
  count: number;
  /** How many of them the policies block. */
  blocked: number;
  /** How many of them nobody could be asked about. */
  unknown: number;
  /** The directive and the expressions that decide. */
  by: string[];
  isOptional: boolean;
}

/** The shared packages of a page: a host and its remotes. */
export interface PageFacts {
  /** The parts in the order in which they load, the host first. */
  parts: { name: string; isHost: boolean }[];
  copies: SharedCopy[];
}

/** One package in one part. */
export interface SharedCopy {
  package: string;
  part: string;
  /** The version that the part brings; missing if it brings none. */
  brings?: string;
  /** The range that it accepts. */
  needs: string;
  /** What it runs with, and whose copy that is; missing if it gets none. */
  gets?: { version: string; of: string };
  isSatisfied: boolean;
}

/** Facts of no area. */
export function noFacts(): CheckFacts {
  return { seals: [], contracts: [], headers: [], policies: [], pages: [] };
}
