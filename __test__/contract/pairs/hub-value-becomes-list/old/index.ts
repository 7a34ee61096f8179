interface Signals { move: [x: number, y: number]; pick: string; }
type Taken<K extends keyof Signals> = Signals[K] extends unknown[] ? Signals[K] : [value: Signals[K]];
export interface Hub { on<K extends keyof Signals>(name: K, run: (...args: Taken<K>) => void): void }
export declare const hub: Hub;
export {};
