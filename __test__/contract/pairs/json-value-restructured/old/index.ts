export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export declare function stringify(value: Json): string;
export declare function parse(text: string): Json;
