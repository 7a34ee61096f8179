export type Theme = "light" | "dark";
export declare function setTheme(theme: Theme): void;
