export type Action = string | { readonly type: "drop"; readonly index: number };
export declare function dispatch(action: Action): void;
