export interface Opts { size?: "s" | "m" | null; on?: (n: number) => void }
export declare function sizeOf(o: Opts): "s" | "m";
export declare function handler(o: Opts): (value: number) => void;
