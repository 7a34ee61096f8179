export declare class Registry<T extends { id: string }> { #m: Map<string, T>; constructor(key: (t: T) => string); add(item: T): this; find(id: string): T | undefined }
export declare function unique<T extends { id: string }>(items: readonly T[]): T[];
