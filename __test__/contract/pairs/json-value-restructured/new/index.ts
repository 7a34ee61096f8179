type Primitive = string | number | boolean | null;
interface JsonObject { [member: string]: Json }
interface JsonList extends Array<Json> {}
export type Json = Primitive | JsonList | JsonObject;
export declare function stringify(value: Json): string;
export declare function parse(text: string): Json;
