export declare function parse(input: string): number;
