export enum Theme { Light = "light", Dark = "dark" }
export declare function setTheme(theme: Theme): void;
