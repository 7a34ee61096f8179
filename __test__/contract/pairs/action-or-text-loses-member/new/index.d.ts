export type Action = string | { readonly index: number };
export declare function dispatch(action: Action): void;
