export declare function setTheme(theme: "light" | "dark"): void;
