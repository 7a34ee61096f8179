interface Config { host: string; port: number; internal: string[] }
export declare function get<K extends Exclude<keyof Config, "internal">>(key: K): Config[K];
export {};
