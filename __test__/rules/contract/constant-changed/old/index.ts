export declare const VERSION = "1.0.0";
export declare const mode = "dark";
