export declare function get(key: string): string | undefined;
