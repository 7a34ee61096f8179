interface Config { "db:host": string; "db:port": number; secret: string }
export declare function get<K extends "host" | "port">(key: K): Config[`db:${K}`];
export {};
