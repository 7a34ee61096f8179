export type Mode = "light" | "dark" | "auto";
export declare function setMode(mode: Mode): void;
export declare function getMode(): Mode;
