export declare function setTheme<Theme>(): void;
