export declare function trim(input: string, max?: number): string;
