export type Mode = "read" | "write";
export const Mode = { Read: "read", Write: "write" } as const;
