export interface Plugin { name: string; setup?(api: PluginApi): void }
export interface PluginApi { register(path: string, load: () => Promise<unknown>): void }
export declare function definePlugin(plugin: Plugin): void;
