export declare const VERSION = "1.0.1";
export declare const mode: "dark";
