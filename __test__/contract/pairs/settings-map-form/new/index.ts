type SettingTypes = { size: number; theme: "dark" | "light" };
export declare function getSetting<Key extends keyof SettingTypes>(key: Key): SettingTypes[Key];
export declare function setSetting<Key extends keyof SettingTypes>(key: Key, value: SettingTypes[Key]): void;
