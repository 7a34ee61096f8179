export declare function label(...parts: string[]): string;
