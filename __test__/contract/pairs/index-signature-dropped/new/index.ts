export interface Env { readonly NODE_ENV: "test" | "prod"; readonly PORT?: string;  }
export declare function env(): Env;
export declare function required<K extends "NODE_ENV" | "PORT">(name: K): string;
