type Primitive = string | number | boolean | null;
type JsonMap = { [name: string]: Json };
type JsonList = Json[];
export type Json = Primitive | JsonList | JsonMap;
export declare function parseJson(text: string): Json;
export declare function printJson(value: Json, indent?: number): string;
