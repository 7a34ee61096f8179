type Y = "YYYY" | "YY"; type M = "MM" | "M"; type D = "DD" | "D";
type Sep = "-" | "/" | ".";
export type Format = `${Y}${Sep}${M}${Sep}${D}`;
export declare function format(d: Date, f?: Format): string;
export declare function parse<F extends Format>(text: string, f: F): Date | null;
