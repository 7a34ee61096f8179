interface Config { host: string; port: number }
export declare function get<K extends keyof Config>(key: K): Config[K];
export {};
