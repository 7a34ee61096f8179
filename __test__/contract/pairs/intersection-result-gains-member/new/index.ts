export declare function stamp<T extends object>(value: T): T & { at: number } & { by: string };
