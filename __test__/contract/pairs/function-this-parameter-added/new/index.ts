export declare function describe(this: { label: string }, prefix: string): string;
