type DeepPartial<T> = T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;
interface Settings { theme: { mode: "light" | "dark"; accent: string }; beta: boolean }
export declare function override(settings: DeepPartial<Settings>): void;
