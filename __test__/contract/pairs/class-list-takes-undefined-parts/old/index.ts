export declare function classList(first: string, second?: string): string;
