export declare function readText(path: string, done: (error: Error | null, text: string) => void): void;
