/** A hash algorithm of Subresource Integrity. */
export type Algorithm = 'sha256' | 'sha384' | 'sha512'
/** What a URL stands for in caching. */
export type CacheRole = 'entry' | 'hashed' | 'unhashed' | 'tenant-manifest'
/** How asset entries are written. */
export type Entries = 'object' | 'string'
/** How much a rule or a finding weighs. */
export type Severity = 'error' | 'warning' | 'note'
/** How a stub's text was made: from its source alone, by tsc, or because it is or stands for something else than code. */
export type Way = 'fast' | 'tsc' | 'declaration' | 'json' | 'style'
/** What a value of a directive of Content Security Policy is. */
export type CspSourceKind = 'none' | 'any' | 'self' | 'strict-dynamic' | 'unsafe-inline' | 'keyword' | 'nonce' | 'hash' | 'scheme' | 'host' | 'invalid' | 'opaque'
/** How a manifest is signed. */
export type SignatureAlgorithm = 'Ed25519' | 'ES256'
/** Why a manifest is refused. */
export type RefusalReason = 'MISSING' | 'SCHEMA' | 'ALGORITHM' | 'UNKNOWN_KEY' | 'MISMATCH' | 'WRONG_REMOTE' | 'WRONG_ORIGIN' | 'REDIRECTED' | 'NOT_YET' | 'EXPIRED' | 'ROLLBACK'

/**
 * Which binding artifact the generated loader actually loaded: `'native'` for
 * a native addon, otherwise the `platformArchABI` of the WASI flavor. Every
 * flavor napi-rs can build is listed, because `NAPI_RS_NATIVE_LIBRARY_PATH`
 * can point the loader at a WASI artifact this package does not build itself.
 */
export declare const __napiBindingTarget: 'native' | 'wasm32-wasi' | 'wasm32-wasip1'

/**
 * The builds of one compiler whose output is on the disk: what the bundler writes is hashed where it lies, and the bytes never
 * pass through JavaScript. One `plan`, `writing`, `seal`, `changed` after the other for each build.
 */
export declare class Output {
  /** Nothing known yet. */
  constructor()
  /** Before anything is written: takes over the plan, or says why it cannot be sealed. */
  plan(plan: OutputPlan): Array<Diagnostic>
  /** Right before the bundler writes: what no write touches after this was there before. */
  writing(): void
  /** After the bundler has written: hashes the files in `folder` and seals the manifests. Writes nothing. */
  seal(folder: string): Promise<SealedOutput>
  /** All `unwritten` files have the bundler's bytes. */
  confirm(): void
  /** When everybody else has had their turn: what of the sealed files in `folder` is not what was sealed any more. */
  changed(folder: string): Promise<ChangedOutput>
  /** What of `names` was emitted after the plan was made, and would have had to be in it. */
  late(names: Array<string>, code: Array<string>): Array<Diagnostic>
}

/** How far a folder's hashing has come. */
export declare class Progress {
  /** Nothing done yet. */
  constructor()
  /** Bytes hashed so far. */
  get done(): number
  /** Bytes to hash; 0 until known. */
  get total(): number
}

/** An entry of the bundler's `resolve.alias`. */
export interface Alias {
  /** What a request starts with; one `*` stands for anything. */
  name: string
  /** Whether only the whole request counts: `name$`. */
  exact: boolean
  /** What it becomes, in the order in which the bundler tries. */
  targets: Array<string>
}

/** An `any` in a stub. */
export interface AnyPlace {
  /** The declaration it stands in. */
  name: string
  /** Line, from 1. */
  line: number
  /** Column, from 1, in UTF-16 code units. */
  column: number
}

/** What became of the areas of a check. */
export interface Areas {
  /** Areas that were checked. */
  checked: Array<string>
  /** What was not, and why. */
  unchecked: Array<Unchecked>
  /** Areas that have nothing to check in this project. */
  notApplicable: Array<string>
}

/** A file of the build and its hashes. */
export interface Asset {
  /** Name relative to the output folder. */
  name: string
  /** Bytes. */
  size: number
  /** The SRI string. */
  integrity: string
  /** The SHA-256 in hex; for files with an entry. */
  contentHash?: string
  /** The first byte that makes a classic script other code in other encodings. */
  encodingDependent?: Place
}

/** What a judgement of a response takes for right. */
export interface CacheJudging {
  /** What the URL stands for. */
  role: CacheRole
  /** Whether the response has all its header fields, so that a missing one is a finding; default true. */
  complete?: boolean
  /** Seconds for which an entry may be reused without asking; default 300. */
  entrySeconds?: number
  /** Whether each deployment purges shared caches; default false. */
  purged?: boolean
  /** Whether every origin gets the same `Access-Control-Allow-Origin`; default false. */
  sameForAllOrigins?: boolean
}

/** Both carriers, or why there are none. */
export interface Carriers {
  /** The bytes of the sidecar. */
  sidecar?: Uint8Array
  /** The bytes of the file with the response headers; nothing where no key is for Ed25519. */
  headers?: Uint8Array
  /** What is wrong. */
  problem?: string
}

/** A file that has other bytes than were sealed. */
export interface ChangedFile {
  /** Its name. */
  name: string
  /** Bytes when it was sealed. */
  before: number
  /** Bytes now. */
  now: number
}

/** The files that changed since they were sealed. */
export interface ChangedOutput {
  /** They have other bytes now. */
  changed: Array<ChangedFile>
  /** Why others cannot be read. */
  diagnostics: Array<Diagnostic>
}

/** A stub. */
export interface ContractModule {
  /** Its source, relative to the root; of a package of the workspace, the package and the path in it. */
  id: string
  /** The path of its source; missing for an expose that is a package. */
  file?: string
  /** Its name in the contract. */
  stub: string
  /** `fast`, `tsc`, `declaration`, `json` or `style`. */
  way: Way
  /** Its text. */
  text: string
  /** Every `any` in it. */
  anys: Array<AnyPlace>
}

/**
 * Whether a source expression `outer` lets in all that `inner` does in a directive of a page, so that `inner` beside it opens
 * nothing. Throws where the page is not an address.
 */
export declare function coversCsp(outer: string, inner: string, page: string, directive: string): boolean

/** The answer to one request. */
export interface CspAnswer {
  /** Whether the browser lets it through. */
  allowed: boolean
  /** The directive that decided; nothing if no policy restricts such requests. */
  directive?: string
  /** The source expression that decided; nothing if none matched. */
  expression?: string
  /** Why. */
  reason: string
  /** Which of the texts decided. */
  text?: number
  /** Where the expression or the directive starts in that text, in UTF-16 code units. */
  start?: number
  /** Which engines block it although the specification allows it. */
  disputed?: string
  /** Whether a policy that only reports would have blocked it. */
  reported: boolean
}

/** Answers to requests, or why there are none. */
export interface CspAnswers {
  /** One per request, in their order; empty when there is an error. */
  answers: Array<CspAnswer>
  /** What could not be understood. */
  error?: string
}

/** One directive. */
export interface CspDirective {
  /** In lower case. */
  name: string
  /** Where it starts in the text. */
  start: number
  /** Where it ends. */
  end: number
  /** Its values. */
  sources: Array<CspSource>
}

/** Something that is wrong with a policy. */
export interface CspIssue {
  /** The rule's id. */
  rule: string
  /** How much it weighs here. */
  severity: Severity
  /** What happened. */
  message: string
  /** What to do, where it is more than the rule says. */
  help?: string
  /** Where it starts in the text, in UTF-16 code units. */
  start: number
  /** Where it ends. */
  end: number
}

/** One policy. */
export interface CspPolicy {
  /** Where it starts in the text, in UTF-16 code units. */
  start: number
  /** Where it ends. */
  end: number
  /** What browsers keep of it. */
  directives: Array<CspDirective>
}

/** What a text says. */
export interface CspRead {
  /** Its policies. */
  policies: Array<CspPolicy>
  /** What is wrong with them. */
  issues: Array<CspIssue>
  /** Its length in bytes, if it is too long to be read; policies and issues are then empty. */
  tooLarge?: number
}

/** A request that policies are asked about. It has one of `url`, `inline`, `eval` and `wasm`. */
export interface CspRequest {
  /** The directive for such requests, for example `script-src` or `connect-src`. */
  directive: string
  /** The URL, absolute or relative to the page. */
  url?: string
  /** The text of an inline script or style. */
  inline?: string
  /** Whether it is code from a string. */
  eval?: boolean
  /** Whether it is WebAssembly. */
  wasm?: boolean
  /** The `nonce` of the element. */
  nonce?: string
  /** The `integrity` of the element. */
  integrity?: string
  /** Whether the HTML parser inserted the script. */
  parserInserted?: boolean
  /** Whether a redirect led to the URL. */
  redirected?: boolean
}

/** One value of a directive. */
export interface CspSource {
  /** As written. */
  text: string
  /** What it is. */
  kind: CspSourceKind
  /** Where it starts in the text. */
  start: number
  /** Where it ends. */
  end: number
  /** Why it is on the danger list, if it is. */
  danger?: string
}

/** The text of one header, or of one `<meta>` element. */
export interface CspText {
  /** The header's value, which may hold several policies, or the element's `content`. */
  text: string
  /** Whether it is of `Content-Security-Policy-Report-Only`. */
  reportOnly?: boolean
  /** Whether it is of a `<meta>` element. */
  meta?: boolean
}

/** Something found for one rule. */
export interface Diagnostic {
  /** The rule's id, `area/wrong-pattern`. */
  rule: string
  /** `error`, `warning` or `note`: that of the rule, unless the finding has its own. */
  severity: Severity
  /** Whether it means that something was not checked, whatever its level: always where the rule says so. */
  undecided: boolean
  /** What happened. */
  message: string
  /** Where. */
  location?: Location
  /** What to do. */
  help: string
}

/**
 * Hashes many buffers on the thread pool without copying them; do not change their bytes until the promise settles.
 * `wanted` has one item a buffer. The result is in the same order.
 */
export declare function digest(buffers: Array<Uint8Array>, wanted: Array<Wanted>): Promise<Array<Digest>>

/** The hashes of one buffer; those that were not wanted are missing. */
export interface Digest {
  /** SHA-256, 64 lower-case hex digits. */
  contentHash?: string
  /** One SRI token. */
  integrity?: string
  /** The first byte whose meaning depends on the encoding. */
  encodingDependent?: Place
}

/** The hashes of one file. */
export interface DigestedFile {
  /** Bytes. */
  size: number
  /** Its hashes. */
  digest: Digest
}

/** The hashes of files, or why they could not be made. */
export interface DigestedFiles {
  /** One item a file; empty when a file could not be read. */
  files: Array<DigestedFile>
  /** Not empty when a file could not be read. */
  diagnostics: Array<Diagnostic>
}

/**
 * Hashes files of a folder by their names, which never pass through JavaScript; `wanted` has one item a name. The result is
 * in the same order.
 */
export declare function digestFiles(folder: string, names: Array<string>, wanted: Array<Wanted>): Promise<DigestedFiles>

/** A folder of declarations that tsc wrote. */
export interface Emitted {
  /** The folder. */
  dir: string
  /** The folder of sources that it stands for: the declaration of `base/a/b.tsx` is `dir/a/b.d.ts`. */
  base: string
}

/** What a manifest has to be signed for; what is missing is not asked. */
export interface ExpectedSignature {
  /** The remote that was asked for. */
  remote?: string
  /** The origins that may serve it. */
  origins?: Array<string>
  /** Unix time. */
  now?: number
  /** Seconds that two clocks may differ by; default 0. */
  skew?: number
}

/** A rule with its reason and remedy, in Markdown; nothing for an id that does not exist. */
export declare function explain(rule: string): string | null

/** Something that the remote exposes. */
export interface Expose {
  /** `./Button` */
  key: string
  /** The id of its source. */
  source: string
  /** Its stub. */
  stub: string
  /** SHA-256 in hex over its stub and all that it mentions, normalised; empty while something is pending. */
  surface: string
  /** How its own stub was made. */
  way: Way
  /** Whether its stub has a default export. */
  hasDefault: boolean
}

/** An expose and its source. */
export interface ExposeOption {
  /** `./Button` */
  key: string
  /** `./src/Button.tsx`, relative to the root, or absolute; the ending may be missing. */
  source: string
}

/** A package that stubs import. */
export interface External {
  /** The package. */
  name: string
  /** The range that the project wants. */
  range: string
  /** The stubs that import it, sorted. */
  usedBy: Array<string>
}

/**
 * Extracts the contract of a project: the declarations of what it exposes. Modules that only TypeScript can declare are
 * `pending`; after it has, a second call takes what it wrote (`emitted`).
 */
export declare function extractContract(options: ExtractOptions): Promise<Extracted>

/** A contract. Without an error among the diagnostics and without pending modules it is whole. */
export interface Extracted {
  /** The stubs, sorted by their names. */
  modules: Array<ContractModule>
  /** What is exposed, in the order given. */
  exposes: Array<Expose>
  /** The packages that stubs import, sorted by name. */
  externals: Array<External>
  /** The modules that need tsc, sorted by id; empty once it has been asked. */
  pending: Array<Pending>
  /** Sources outside of the root that pending modules depend on: tsc has to declare them, too. */
  linked: Array<Linked>
  /** All sources outside of the root that were looked at: diagnostics name their ids. */
  outside: Array<Linked>
  /** What was found. */
  diagnostics: Array<Diagnostic>
}

/** What to extract. */
export interface ExtractOptions {
  /** The remote's project folder. */
  root: string
  /** What is exposed. */
  exposes: Array<ExposeOption>
  /** What the bundler takes requests of exposes for: `resolve.alias`. */
  alias?: Array<Alias>
  /** The project's tsconfig, for `paths`; the root's `tsconfig.json`, where there is one, when missing. */
  tsconfig?: string
  /** `customConditions` of the tsconfig. */
  conditions?: Array<string>
  /** `stripInternal` of the tsconfig. */
  stripInternal?: boolean
  /** The declaration files of the project's TypeScript program, for names that no module declares. */
  ambient?: Array<string>
  /** Folders of declarations whose global names every project has: TypeScript's own, and `@types`. */
  libraries?: Array<string>
  /** Name of the remote, by which it finds itself in a contract package. */
  remote?: string
  /** Folders of contract packages, which declare the modules of other remotes. */
  contractPackages?: Array<string>
  /** What tsc wrote for the modules that were pending. */
  emitted?: Emitted
  /** Use what tsc wrote for every module. */
  onlyTsc?: boolean
}

/** What the closure holds beside the default. */
export interface Filter {
  /** Globs of files that are loadable although their name does not say so. */
  include?: Array<string>
  /** Globs of files that no page loads. */
  exclude?: Array<string>
}

/** A header field line. */
export interface HeaderLine {
  /** The field's name, in any case. */
  name: string
  /** Its value. */
  value: string
}

/** A response, judged. */
export interface JudgedResponse {
  /** What is wrong. */
  diagnostics: Array<Diagnostic>
  /** The longest time, in seconds, that a cache reuses the response without asking. */
  reusableForSeconds: number
  /** What the cache of one browser does. */
  browser: Reuse
  /** What a cache that many share does. */
  shared: Reuse
  /** The value of `Cache-Control` that is right for the role. */
  recommended: string
}

/** Judges the caching of a response by the role of its URL (RFC 9111, RFC 8246, RFC 5861). */
export declare function judgeResponse(status: number, headers: Array<HeaderLine>, judging: CacheJudging): JudgedResponse

/** A pair of keys. */
export interface KeyPair {
  /** The private JWK: a secret. */
  privateJwk: string
  /** The public half. */
  key: PublicKey
}

/** A source outside of the root. */
export interface Linked {
  /** What it is called: the package and the path in it. */
  id: string
  /** Its path. */
  file: string
}

/** A place in an input. */
export interface Location {
  /** File, relative to the output folder. */
  file: string
  /** JSON pointer into that file (RFC 6901). */
  pointer?: string
  /** Line, from 1. */
  line?: number
  /** Column, from 1, in UTF-16 code units; only together with a line. */
  column?: number
}

/** A manifest of the build. */
export interface Manifest {
  /** Its name, relative to the output folder. */
  name: string
  /** Its bytes. */
  bytes: Uint8Array
}

/** Lists the files that a manifest names; `name` is its own, for locations. */
export declare function namedFiles(manifest: Uint8Array, name: string): NamedFiles

/** The files that a manifest names. */
export interface NamedFiles {
  /** Relative to the output folder, sorted, each once; empty when there is a diagnostic. */
  files: Array<string>
  /** `metaData.publicPath`, where the manifest gives one. */
  publicPath?: string
  /** Why the manifest cannot be read. */
  diagnostics: Array<Diagnostic>
}

/** Looks for a hash of `bytes` in a file's name; nothing where no part of the name looks like a hash. */
export declare function nameHash(name: string, bytes: Uint8Array): NameHash | null

/** A part of a file's name that looks like a hash; `algorithm` is there when it is one of the content. */
export interface NameHash {
  /** The part of the name. */
  part: string
  /** The hash that it is the beginning of; missing when no hash of the content begins so. */
  algorithm?: string
}

/** Makes a pair of keys of 32 random bytes; nothing for the rare bytes that give no key. */
export declare function newKey(algorithm: SignatureAlgorithm, seed: Uint8Array): KeyPair | null

/** The canonical text of a declaration: the same for all that mean the same. Throws when it cannot be parsed. */
export declare function normalizeDeclaration(text: string): string

/** What is sealed, as far as names decide it. */
export interface OutputPlan {
  /** The manifests. */
  manifests: Array<PlannedManifest>
  /** All files of the build. */
  names: Array<string>
  /** The files that the bundler itself calls chunks. */
  code: Array<string>
  /** What the closure holds beside the default. */
  filter: Filter
  /** By which hash: `sha256`, `sha384` or `sha512`. */
  algorithm: Algorithm
  /** Whether to look for bytes of classic scripts whose meaning depends on the encoding. */
  encoding: boolean
}

/** A module that needs tsc. */
export interface Pending {
  /** Its path. */
  file: string
  /** Its source, relative to the root. */
  id: string
  /** Why. */
  reason: string
  /** Line, from 1. */
  line: number
  /** Column, from 1, in UTF-16 code units. */
  column: number
}

/** A place in a text. */
export interface Place {
  /** Line, from 1. */
  line: number
  /** Column, from 1, in UTF-16 code units. */
  column: number
}

/** A manifest of the build, as its producer wrote it. */
export interface PlannedManifest {
  /** Its bytes. */
  bytes: Uint8Array
  /** How it is sealed; `file` is its name. */
  options: SealOptions
}

/** Reads a private JWK and gives its public half. */
export declare function publicHalf(privateJwk: string): ReadKey

/** A key that verifies. */
export interface PublicKey {
  /** Its JWK thumbprint (RFC 7638). */
  kid: string
  /** `Ed25519` or `ES256`. */
  algorithm: SignatureAlgorithm
  /** Its JWK. */
  jwk: string
  /** The 32 bytes of an Ed25519 key in base64, as in `integrity="ed25519-…"`. */
  raw?: string
}

/**
 * Reads the policies of a text, and says what is wrong with them. `beside` are the other texts of the page: what they block is not
 * dangerous.
 */
export declare function readCsp(text: CspText, beside?: Array<CspText> | undefined | null): CspRead

/** Reads the file with the response headers of a manifest and verifies it against the manifest's bytes. */
export declare function readHeaders(manifest: Uint8Array, bytes: Uint8Array): ReadHeaders

/** Response headers, or why there are none. */
export interface ReadHeaders {
  /** In the order that they are sent in. */
  headers: Array<ResponseHeader>
  /** The keys that sign, as in `integrity="ed25519-…"`. */
  keys: Array<string>
  /** For each key, until when its signature counts: Unix time. */
  expires: Array<number>
  /** What is wrong with the file. */
  problem?: string
}

/** A key, or why there is none. */
export interface ReadKey {
  /** The key's public half. */
  key?: PublicKey
  /** Why the text is not a key that can be used; holds nothing of the text. */
  problem?: string
}

/** Reads a public JWK. */
export declare function readPublicKey(jwk: string): ReadKey

/** Reads a sidecar; verifies nothing. */
export declare function readSidecar(bytes: Uint8Array): ReadSidecar

/** The signatures of a sidecar, or why there are none. */
export interface ReadSidecar {
  /** In the order of the file. */
  entries: Array<SidecarEntry>
  /** What is wrong with the whole. */
  problem?: string
}

/** A release; what is missing is taken from the manifest or derived from the closure. */
export interface Release {
  /** Names the release. */
  id?: string
  /** As in `metaData.buildInfo`. */
  buildName?: string
  /** As in `metaData.buildInfo`. */
  buildVersion?: string
}

/** Diagnostics in one of the formats `text`, `json`, `github`, `sarif`. */
export declare function render(report: Report, format: string): string

/** What `render` turns into text. */
export interface Report {
  /** What was found, in order. */
  findings: Array<Diagnostic>
  /** The area that was looked at. */
  area: string
  /** The folder that locations are relative to. */
  base: string
  /** What became of each area, where a command looks at several. */
  areas?: Areas
  /** So many findings per rule are printed in text; all when missing. */
  limit?: number
  /** Width of the terminal that text is printed on, in columns; missing for everything else. */
  width?: number
}

/** A response header. */
export interface ResponseHeader {
  /** Its name. */
  name: string
  /** Its value. */
  value: string
}

/** What one kind of cache does with a response. */
export interface Reuse {
  /** Whether the cache may store it. */
  stored: boolean
  /** Seconds of reuse without asking the server. */
  seconds: number
  /** Whether the server gave no lifetime, so that the cache guesses. */
  heuristic: boolean
  /** Whether the response ends with a date and has none to count from: `seconds` is then the longest time that it can be. */
  dated: boolean
  /** Further seconds in which a stale response is used while the cache asks (RFC 5861, section 3). */
  staleWhileRevalidate: number
  /** Further seconds in which a stale response is used when the server fails (RFC 5861, section 4). */
  staleIfError: number
  /** Whether not even a reload asks (RFC 8246). */
  immutable: boolean
}

/** A rule. */
export interface Rule {
  /** `area/wrong-pattern`. */
  id: string
  /** `error` or `warning`. */
  severity: Severity
  /** Whether it means that something could not be checked. */
  undecided: boolean
  /** What is wrong. */
  summary: string
  /** Why it matters. */
  why: string
  /** What to do. */
  fix: string
}

/** Every rule, sorted by id. */
export declare function rules(): Array<Rule>

/** Seals a manifest. `manifest` is missing from the result when there is an error among the diagnostics. */
export declare function seal(manifest: Uint8Array, assets: Array<Asset>, options: SealOptions): Promise<Sealed>

/** A sealed manifest. */
export interface Sealed {
  /** Its bytes; missing when there is an error among the diagnostics. */
  manifest?: Uint8Array
  /** What was found. */
  diagnostics: Array<Diagnostic>
}

/** What was sealed. */
export interface SealedFolder {
  /** The manifest, relative to the folder; missing when none was found. */
  manifest?: string
  /** Files in the closure. */
  files: number
  /** Their bytes. */
  bytes: number
  /** Whether the manifest was written. */
  changed: boolean
  /** Compressed copies of the manifest in the folder; they are not renewed here. */
  copies: Array<string>
  /** What was found. */
  diagnostics: Array<Diagnostic>
}

/** A sealed manifest that is still to be written. */
export interface SealedManifest {
  /** Its name, relative to the output folder. */
  name: string
  /** Its bytes. */
  bytes: Uint8Array
}

/** A build that was sealed. */
export interface SealedOutput {
  /** In the order of the plan; empty when there is an error among the diagnostics. */
  manifests: Array<SealedManifest>
  /** Files in the closure. */
  files: number
  /** Their bytes. */
  bytes: number
  /** How many of them were hashed anew. */
  fresh: number
  /** Files that lay there before the build and were not written by it; `confirm` what has the bundler's bytes. */
  unwritten: Array<UnwrittenFile>
  /** What was found. */
  diagnostics: Array<Diagnostic>
}

/** Seals a finished output folder and replaces its manifest atomically. */
export declare function sealFolder(folder: string, options: SealFolderOptions, progress: Progress): Promise<SealedFolder>

/** How a folder is sealed. */
export interface SealFolderOptions {
  /** The manifest, relative to the folder; found when missing. */
  manifest?: string
  /** `sha256`, `sha384` or `sha512`; when missing, as it was sealed before, else `sha384`. */
  algorithm?: Algorithm
  /** `object` or `string`; when missing, as it was sealed before, else `object`. */
  entries?: Entries
  /** Globs of files that are loadable although their name does not say so. */
  include?: Array<string>
  /** Globs of files that no page loads. */
  exclude?: Array<string>
  /** The release. */
  release?: Release
}

/** How a manifest is sealed. */
export interface SealOptions {
  /** The manifest's name, for messages. */
  file: string
  /** `object` (default) or `string`. */
  entries?: Entries
  /** The release. */
  release?: Release
  /** For `metaData.pluginVersion` where the producer left it out. */
  pluginVersion?: string
  /** For `sharing`, as the text of a JSON object. */
  sharing?: string
}

/**
 * Says which of a build's files have to be hashed: everything loadable, the bundler's own chunks (`code`), what the
 * filter adds, and what the manifests name.
 */
export declare function select(manifests: Array<Manifest>, names: Array<string>, code: Array<string>, filter: Filter): Selection

/** A file to hash. */
export interface Selected {
  /** Its place in the list of names that was given. */
  index: number
  /** Whether a manifest has an entry for it, which needs a `contentHash`. */
  entry: boolean
  /** Whether browsers load it as a classic script, whose encoding the server names. */
  classicScript: boolean
}

/** The files to hash, or why that cannot be said. */
export interface Selection {
  /** Places in the list of names that was given. */
  selected: Array<Selected>
  /** Not empty when nothing could be selected. */
  diagnostics: Array<Diagnostic>
}

/** One signature of a sidecar, unverified. */
export interface SidecarEntry {
  /** Whose key it claims; nothing where the protected header cannot be read. */
  kid?: string
  /** What it claims. */
  statement?: SignatureStatement
  /** Why the protected header cannot be read. */
  problem?: string
}

/** What a signature says about a manifest. */
export interface SignatureStatement {
  /** The remote's name, as in the manifest. */
  remote: string
  /** The release that the manifest is of. */
  release: string
  /** The origin that serves it. */
  origin: string
  /** Grows from release to release. */
  seq: number
  /** Unix time from which the signature counts. */
  iat: number
  /** Unix time from which it no longer counts. */
  exp: number
}

/** Signs bytes. */
export declare function signBytes(privateJwk: string, bytes: Uint8Array): Uint8Array

/** A statement with the signatures over its [`signing_inputs`]. */
export interface SignedStatement {
  /** What is said. */
  statement: SignatureStatement
  /** The public JWK. */
  publicJwk: string
  /** The signature for the sidecar. */
  sidecar: Uint8Array
  /** The signature for the response headers, for Ed25519. */
  headers?: Uint8Array
}

/** What a key has to sign to make a statement about a manifest. */
export declare function signingInputs(manifest: Uint8Array, statement: SignatureStatement, publicJwk: string): SigningInputs

/** What has to be signed for a manifest, or why it cannot be. */
export interface SigningInputs {
  /** For the sidecar. */
  sidecar?: Uint8Array
  /** For the response headers; only for Ed25519. */
  headers?: Uint8Array
  /** What is wrong with the statement. */
  problem?: string
}

/** Decides about requests of a page: all policies that enforce have to allow them. */
export declare function testCsp(texts: Array<CspText>, page: string, requests: Array<CspRequest>): CspAnswers

/** An area that could not be checked. */
export interface Unchecked {
  /** Its name. */
  area: string
  /** Why not. */
  reason: string
}

/** A file that the bundler found in the folder and left alone. */
export interface UnwrittenFile {
  /** Its name. */
  name: string
  /** Its size in bytes. */
  size: number
  /** The SRI string of what lies there. */
  integrity: string
}

/** What was checked. */
export interface VerifiedFolder {
  /** The manifest, relative to the folder; missing when none was found. */
  manifest?: string
  /** The manifest's bytes that were checked. */
  manifestBytes?: Uint8Array
  /** Files that were hashed and compared, sorted. */
  files: Array<string>
  /** Their bytes. */
  bytes: number
  /** Compressed copies in the folder of the manifest and of those files; what they hold is not checked. */
  copies: Array<string>
  /** Compressed copies of loadable files that are not beside them; what they hold is not checked. */
  orphans: Array<string>
  /** What was found. */
  diagnostics: Array<Diagnostic>
}

/** The verdict about a manifest: either what is said about it, or why it is refused. */
export interface VerifiedManifest {
  /** Whose key says it. */
  kid?: string
  /** What is said. */
  statement?: SignatureStatement
  /** Why it is refused: `MISMATCH`, `EXPIRED`, …. */
  reason?: RefusalReason
  /** What was found. */
  message?: string
}

/** Hashes the files of a folder again and compares them with its manifest. */
export declare function verifyFolder(folder: string, options: VerifyFolderOptions, progress: Progress): Promise<VerifiedFolder>

/** What of a folder is checked. */
export interface VerifyFolderOptions {
  /** The manifest, relative to the folder; found when missing. */
  manifest?: string
  /** Globs, as when it was sealed. */
  include?: Array<string>
  /** Globs, as when it was sealed. */
  exclude?: Array<string>
}

/** Verifies a manifest's bytes under public keys. */
export declare function verifyManifest(manifest: Uint8Array, sidecar: Uint8Array | undefined | null, publicJwks: Array<string>, expected: ExpectedSignature): VerifiedManifest

/** Which hashes of a buffer are wanted. */
export interface Wanted {
  /** The SHA-256 in hex. */
  contentHash: boolean
  /** The SRI string by this algorithm: `sha256`, `sha384` or `sha512`. */
  integrity?: Algorithm
  /** Whether to look for bytes whose meaning depends on the encoding. */
  encoding?: boolean
}

/**
 * Writes both carriers of a manifest. Each signature is verified before. `sidecar` and `headers` are those of before, whose other
 * signatures stay: a new one takes the place of one by the same key for the same origin.
 */
export declare function writeCarriers(manifest: Uint8Array, signed: Array<SignedStatement>, sidecar?: Uint8Array | undefined | null, headers?: Uint8Array | undefined | null): Carriers

/** Replaces a file: temporary file, sync, rename. Returns what went wrong, or nothing. */
export declare function writeFile(path: string, bytes: Uint8Array): Diagnostic | null
