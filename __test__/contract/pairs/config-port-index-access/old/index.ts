export interface Config { server: { port: number; host: string }; cache?: { ttl: number } }
export declare function portOf(config: Config): number;
export declare function cacheOf(config: Config): { ttl: number } | undefined;
