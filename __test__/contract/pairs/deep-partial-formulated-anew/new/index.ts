interface Settings { theme: { mode: "light" | "dark"; accent: string }; beta: boolean }
export declare function override(settings: { theme?: { mode?: "light" | "dark"; accent?: string }; beta?: boolean }): void;
