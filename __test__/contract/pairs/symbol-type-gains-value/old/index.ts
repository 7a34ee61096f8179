export type Mode = "read" | "write";
