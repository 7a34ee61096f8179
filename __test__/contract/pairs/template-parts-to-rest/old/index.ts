export declare function label(first: string, second: string, third?: string): string;
