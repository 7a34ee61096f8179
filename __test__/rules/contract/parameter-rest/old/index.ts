export declare function join(...parts: string[]): string;
