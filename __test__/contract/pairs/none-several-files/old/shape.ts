export type Shape = { kind: "dot" } | { kind: "line"; length: number };
