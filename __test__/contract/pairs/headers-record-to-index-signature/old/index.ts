export declare function readHeaders(text: string): Record<string, string[]>;
export declare function writeHeaders(headers: Readonly<Record<string, readonly string[]>>): string;
