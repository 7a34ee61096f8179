interface Payloads { tick: { n: number }; text: { s: string } }
export type Msg = { [K in keyof Payloads]: { type: K } & Payloads[K] }[keyof Payloads];
export declare function poll(): Msg | null;
export declare function push(m: Msg): void;
