export type Range = [from: number, to: number];
