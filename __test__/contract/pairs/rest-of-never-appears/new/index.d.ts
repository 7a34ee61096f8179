export declare class Mic { level(...none: never): number }
