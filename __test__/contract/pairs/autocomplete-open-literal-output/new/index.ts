export declare function currentTheme(): "light" | "dark" | (string & {});
