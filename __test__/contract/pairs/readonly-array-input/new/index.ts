export declare function shuffle<T>(items: readonly T[]): T[];
export declare function shuffleAll(lists: ReadonlyArray<number>[]): void;
