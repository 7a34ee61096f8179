interface Settings { theme: "light" | "dark"; size: number }
export declare function getSetting<K extends keyof Settings>(key: K): Settings[K];
export declare function setSetting<K extends keyof Settings>(key: K, value: Settings[K]): void;
