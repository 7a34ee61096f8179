export declare function stringify(value: string): string;
