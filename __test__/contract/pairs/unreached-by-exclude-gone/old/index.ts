interface Config { host: string; port: number; internal: boolean }
export declare function get<K extends Exclude<keyof Config, "internal">>(key: K): Config[K];
export {};
