export declare function permissions(): ReadonlySet<"read" | "write"| "admin">;
