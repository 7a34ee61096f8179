export type Action = { type: "add"; id: string } | { type: "clear" };
export declare function run(action: Action): void;
