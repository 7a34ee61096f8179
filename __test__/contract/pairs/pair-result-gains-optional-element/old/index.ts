export type Pair = [key: string, value: number];
export declare function entry(): Pair;
