type Preferences = { density: "compact" | "wide"; fontSize: number | "auto" };
export declare function setPreference<K extends keyof Preferences>(key: K, value: Preferences[K]): void;
