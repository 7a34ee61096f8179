export interface Env { readonly NODE_ENV: "test" | "prod"; readonly PORT?: string; readonly [name: string]: string | undefined; }
export declare function env(): Env;
export declare function required<K extends "NODE_ENV" | "PORT">(name: K): string;
