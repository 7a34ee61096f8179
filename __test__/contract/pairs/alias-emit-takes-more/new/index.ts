type Tracked = { click: { id: string; x?: number }; view: { path: string | URL } };
export declare function track<E extends keyof Tracked>(event: E, data: Tracked[E]): void;
