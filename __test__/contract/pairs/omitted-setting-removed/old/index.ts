interface Settings { mode: "dark" | "light"; size: number; secret: string; }
export declare function theme(): Omit<Settings, "secret">;
export declare function patch(some: Partial<Pick<Settings, "mode">>): void;
export {};
