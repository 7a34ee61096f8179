export type Action = { kind: "add"; id: string } | { kind: "clear" };
export declare function run(action: Action): void;
