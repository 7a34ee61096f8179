export type Padding = readonly [vertical: number, horizontal: number];
export declare function padding(p: number | Padding): string;
