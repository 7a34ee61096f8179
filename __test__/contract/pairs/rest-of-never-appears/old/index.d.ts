export declare class Mic { level(): number }
