interface Payloads { tick: { n: number }; text: { s: string } }
export type Msg = { type: "tick"; n: number } | { type: "text"; s: string };
export declare function poll(): Msg | null;
export declare function push(m: Msg): void;
