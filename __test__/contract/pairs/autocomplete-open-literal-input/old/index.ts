export declare function setTheme(name: "light" | "dark"): void;
export declare function themeClass(name: "light" | "dark"): `theme-${string}`;
