export type Action = { type: "inc"; by: number } | { type: "reset" } | { type: "set"; to: number };
export type Handlers = { [A in Action as A["type"]]: (state: number, action: A) => number };
export declare function createReducer(handlers: Handlers): (state: number, action: Action) => number;
