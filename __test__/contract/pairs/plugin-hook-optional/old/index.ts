export interface Plugin { name: string; setup(app: { use(p: Plugin): void }): void }
export declare function install(plugin: Plugin): void;
