type Preferences = { density: "compact" | "wide"; fontSize: number };
export declare function preference<K extends keyof Preferences>(key: K): Preferences[K];
export declare function setPreference<K extends keyof Preferences>(key: K, value: Preferences[K]): void;
