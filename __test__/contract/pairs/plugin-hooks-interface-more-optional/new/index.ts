type MaybePromise<T> = T | Promise<T>;
export interface Build { readonly outDir: string; readonly watch: boolean }
export interface Plugin { name: string; setup?(this: Build, build: Build): MaybePromise<void>; transform?(code: string, id: string): MaybePromise<string | null | undefined | { code: string; map?: object }>; closeBundle?(): MaybePromise<void>; }
export type PluginOption = Plugin | false | null | undefined | PluginOption[];
export declare function build(plugins: readonly PluginOption[]): Promise<Build>;
