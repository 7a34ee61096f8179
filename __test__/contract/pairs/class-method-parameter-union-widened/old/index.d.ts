export type Size = "s" | "m";
export declare class Api { setSize(size: Size): void }
