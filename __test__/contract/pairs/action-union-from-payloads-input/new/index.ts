interface Payloads { add: { id: string; amount?: number }; clear: undefined; undo: undefined }
export type Action = { [K in keyof Payloads]: { type: K; payload: Payloads[K] } }[keyof Payloads];
export declare function dispatch(action: Action): void;
