export interface Config { server: { port: number; host: string }; cache?: { ttl: number } }
export declare function portOf(config: Config): Config["server"]["port"];
export declare function cacheOf(config: Config): Config["cache"];
