export declare function currentTheme(): "light" | "dark";
