export interface Opts { size?: "s" | "m" | null; on?: (n: number) => void }
export declare function sizeOf(o: Opts): NonNullable<Opts["size"]>;
export declare function handler(o: Opts): Exclude<Opts["on"], undefined>;
