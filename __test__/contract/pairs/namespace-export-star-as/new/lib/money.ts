export declare namespace parse { const strict: (text: string) => number }
export declare function format(cents: number): string;
export type { Cents } from "./cents";
