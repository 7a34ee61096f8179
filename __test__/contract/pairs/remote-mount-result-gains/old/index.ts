interface Lifecycle { stop(): void; readonly ready: Promise<this> }
export declare function start(options: { root: string; debug?: boolean }): Lifecycle;
export declare const lifecycleEvents: readonly ["start", "stop"];
