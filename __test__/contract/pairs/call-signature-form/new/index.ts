export type Format = { (n: number, precision?: number): string };
export type Make = { new (label: string): { run: () => void } };
export declare const format: Format;
export declare function use(format: Format, make: Make): Format;
