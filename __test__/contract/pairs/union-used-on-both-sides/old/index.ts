export type Mode = "light" | "dark";
export declare function setMode(mode: Mode): void;
export declare function getMode(): Mode;
