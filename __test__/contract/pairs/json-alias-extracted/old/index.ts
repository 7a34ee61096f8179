export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export declare function parseJson(text: string): Json;
export declare function printJson(value: Json, indent?: number): string;
