export declare function inspect(value: unknown | string): string | "empty";
