export interface StateNode { on?: { [event: string]: string }; states?: { [name: string]: StateNode }; entry?: () => void; type?: "parallel" | "final" }
export declare function machine<N extends StateNode>(node: N): { readonly node: N; start(): void };
