type Sized<N extends number, U> = N extends 0 ? void[] : readonly U[];
export type Names<T extends any[]> = Sized<T["length"], "a" | "b">;
export {};
