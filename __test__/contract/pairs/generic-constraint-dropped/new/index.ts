export declare class Registry<T> { #m: Map<string, T>; constructor(key: (t: T) => string); add(item: T): this; find(id: string): T | undefined }
export declare function unique<T>(items: readonly T[]): T[];
