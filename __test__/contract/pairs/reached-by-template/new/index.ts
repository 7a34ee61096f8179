interface Config { "db:host": string; "db:port": number | null; secret: number }
export declare function get<K extends "host" | "port">(key: K): Config[`db:${K}`];
export {};
