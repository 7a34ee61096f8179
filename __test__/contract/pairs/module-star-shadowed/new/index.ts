export * from "./base";
export declare function parse(input: number): number;
