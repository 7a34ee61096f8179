export type Action = string | Omit<{ readonly kind: string; readonly index: number }, "kind">;
export declare function dispatch(action: Action): void;
