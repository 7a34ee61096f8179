export interface Plugin { name: string; setup?(api: PluginApi): void; teardown?(): void }
export interface PluginApi { register(path: string, load: () => Promise<unknown>): void; readonly version: string }
export declare function definePlugin(plugin: Plugin): void;
