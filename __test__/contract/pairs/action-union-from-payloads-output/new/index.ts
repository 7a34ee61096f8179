type Payloads = { add: { id: string }; clear: undefined; undo: undefined };
type Action = { [K in keyof Payloads]: { type: K; payload: Payloads[K] } }[keyof Payloads];
export declare function onAction(run: (action: Action) => void): void;
