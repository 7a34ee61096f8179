export declare function shuffle<T>(items: T[]): T[];
export declare function shuffleAll(lists: number[][]): void;
