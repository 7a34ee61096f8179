type Remote<T> = { [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never };
declare class Engine { render(w: number, h: number): Uint8Array; warm(): Promise<void>; stats(): { frames: number }; }
export declare const worker: Remote<Pick<Engine, "render" | "warm" | "stats">>;
export declare function terminate(): void;
