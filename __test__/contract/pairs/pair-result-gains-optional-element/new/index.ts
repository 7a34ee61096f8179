export type Pair = [key: string, value: number, time?: number];
export declare function entry(): Pair;
