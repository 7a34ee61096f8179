/**
 * What fedseal uses of a bundler, as types. Rspack's and webpack's own types satisfy them both, and neither has to be
 * installed for these to be read.
 */

/** A source, as webpack-sources defines it. */
export interface Source {
  source(): string | Uint8Array;
  /** A `Buffer`, which only projects with Node's types have a name for. */
  buffer?(): Uint8Array;
  size(): number;
}

/** A chunk, as far as both bundlers agree. */
export interface Chunk {
  files: Iterable<string>;
  hasRuntime(): boolean;
}

/** What a bundler says of an asset beside its bytes. A hash is in the name of the file. */
export interface AssetInfo {
  hotModuleReplacement?: boolean | undefined;
  immutable?: boolean | undefined;
  contenthash?: string | string[] | undefined;
  chunkhash?: string | string[] | undefined;
  fullhash?: string | string[] | undefined;
  /** By kind, the names of files that were made of this one. */
  related?: Record<string, string | string[]> | undefined;
  /** What a compression plugin made of another file. */
  compressed?: boolean | undefined;
  /** What a copy plugin took from a folder. */
  copied?: boolean | undefined;
}

/** One build of a compiler. */
export interface Compilation {
  hooks: {
    processAssets: { tapPromise(options: { name: string; stage: number }, run: () => Promise<void>): void };
    // biome-ignore lint/suspicious/noExplicitAny: a factory is a bundler's own class
    statsFactory: { tap(name: string, run: (factory: any) => void): void };
    finishModules: { tap(name: string, run: (modules: Iterable<Module>) => void): void };
    runtimeRequirementInTree: {
      // biome-ignore lint/suspicious/noExplicitAny: each bundler has its own chunk class
      for(requirement: string): { tap(name: string, run: (chunk: any, requirements: any) => void): void };
    };
  };
  getAsset(name: string): Readonly<{ source: Source; info: AssetInfo }> | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: a template is a string or a function
  getPath(template: any, data: object): string;
  outputOptions: object;
  chunks: Iterable<Chunk>;
  modules: Iterable<Module>;
  chunkGraph: { getModuleChunks(module: Module): Iterable<{ canBeInitial(): boolean }> };
  /** By name: the chunks that a page has to load to run an entry. */
  entrypoints: ReadonlyMap<string, { chunks: readonly Chunk[] }>;
  /** By name; what a container is made of has the type `container entry`. */
  entries: ReadonlyMap<string, { dependencies: { type?: string }[] }>;
  moduleGraph: {
    getIncomingConnections(module: Module): Iterable<{ originModule?: Module | null }>;
    getOutgoingConnections(module: Module): Iterable<{ module?: Module }>;
  };
  // biome-ignore lint/suspicious/noExplicitAny: each bundler has its own chunk and runtime module classes
  addRuntimeModule(chunk: any, module: any): void;
  /** Only its keys are read: on Rspack a value is a copy out of Rust. */
  assets: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: each bundler has its own Source class, both made by `sources` below
  updateAsset(name: string, source: any, info?: any): void;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  emitAsset(name: string, source: any, info?: any): void;
  /** On webpack: what was written, or found to be there already. */
  emittedAssets?: Set<string>;
  /** Files whose change starts a rebuild. */
  fileDependencies: { add(file: string): unknown };
  deleteAsset(name: string): void;
  // biome-ignore lint/suspicious/noExplicitAny: each bundler has its own error class
  errors: { push(...errors: any[]): unknown; length?: number };
  // biome-ignore lint/suspicious/noExplicitAny: each bundler has its own error class
  warnings: { push(...errors: any[]): unknown };
}

/** A place to write to: the disk, or memory in a dev server. */
export interface OutputFileSystem {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of both bundlers differ in everything but this
  readFile(path: string, callback: (error: any, data?: any) => void): void;
  readFileSync?(path: string): unknown;
}

/** A compiler of Rspack or webpack. */
export interface Compiler {
  hooks: {
    // biome-ignore lint/suspicious/noExplicitAny: a hook's argument is contravariant; see Compilation
    thisCompilation: { tap(name: string, run: (compilation: any, parameters: any) => void): void };
    // biome-ignore lint/suspicious/noExplicitAny: as above
    emit: { tap(options: { name: string; stage: number }, run: (compilation: any) => void): void };
    afterEmit: {
      // biome-ignore lint/suspicious/noExplicitAny: as above
      tapPromise(options: { name: string; stage: number }, run: (compilation: any) => Promise<void>): void;
    };
    compilation: { taps?: { name: string }[] };
    beforeRun: { tap(name: string, run: () => void): void };
    watchRun: { tap(name: string, run: () => void): void };
    done: { tap(name: string, run: () => void): void };
    failed: { tap(name: string, run: () => void): void };
    watchClose: { tap(name: string, run: () => void): void };
    shutdown: { tapPromise(name: string, run: () => Promise<void>): void };
  };
  // biome-ignore lint/suspicious/noExplicitAny: the constructors of both bundlers' classes
  webpack: any;
  // biome-ignore lint/suspicious/noExplicitAny: only `mode` and `plugins` are read, through `unknown`
  options: any;
  /** Folder of the project, absolute. */
  context: string;
  watchMode?: boolean;
  /** What changed since the last build, in watch mode. */
  modifiedFiles?: ReadonlySet<string> | undefined;
  removedFiles?: ReadonlySet<string> | undefined;
  watching?: { invalidate(): void } | undefined;
  outputPath: string;
  // biome-ignore lint/suspicious/noExplicitAny: OutputFileSystem above, checked where it is used
  outputFileSystem: any;
  getInfrastructureLogger(name: string): {
    info(message: string): void;
    warn(message: string): void;
    debug(message: string): void;
  };
}

/** A module, as far as both bundlers agree. */
export interface Module {
  identifier(): string;
  type?: string;
  resource?: string;
  /** Of a module that consumes a shared package, on webpack. */
  options?: unknown;
  loaders?: { loader: string }[];
  /** What it was asked for as. */
  userRequest?: string;
  originalSource?(): { source(): string | Uint8Array } | null;
}
