interface Lifecycle { stop(): void; restart(reason: string): Promise<void>; readonly ready: Promise<this> }
export declare function start(options: { root: string; debug?: boolean }): Lifecycle;
export declare const lifecycleEvents: readonly ["start", "stop"];
