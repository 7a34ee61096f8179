export interface Plugin { name: string; setup?(app: { use(p: Plugin): void; version: string }): void }
export declare function install(plugin: Plugin): void;
