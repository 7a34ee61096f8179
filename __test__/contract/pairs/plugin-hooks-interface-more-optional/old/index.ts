type MaybePromise<T> = T | Promise<T>;
export interface Build { readonly outDir: string }
export interface Plugin { name: string; setup?(this: Build, build: Build): MaybePromise<void>; transform?(code: string, id: string): MaybePromise<string | null>;  }
export type PluginOption = Plugin | false | null | undefined | PluginOption[];
export declare function build(plugins: readonly PluginOption[]): Promise<Build>;
