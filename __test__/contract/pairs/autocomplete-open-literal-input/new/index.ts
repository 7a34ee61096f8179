export declare function setTheme(name: "light" | "dark" | (string & {})): void;
export declare function themeClass(name: "light" | "dark"): `theme-${string}`;
