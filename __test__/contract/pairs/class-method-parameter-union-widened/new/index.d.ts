export type Size = "s" | "m" | "l";
export declare class Api { setSize(size: Size): void }
