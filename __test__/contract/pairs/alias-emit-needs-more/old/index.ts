type Tracked = { click: { id: string }; view: { path: string } };
export declare function track<E extends keyof Tracked>(event: E, data: Tracked[E]): void;
