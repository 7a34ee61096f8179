type All = "view" | "edit" | "admin" | "root";
export type Role = "admin" | "edit" | "view";
export declare function can(role: Role): boolean; export declare function roles(): Role[]; export declare function top(): All;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
