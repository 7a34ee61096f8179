interface Signals { resize: { width: number; height: number; ratio?: number }; focus: { id: string } }
export declare function notify<S extends keyof Signals>(signal: S, detail: Signals[S]): void;
export declare const signalLimit: number;
