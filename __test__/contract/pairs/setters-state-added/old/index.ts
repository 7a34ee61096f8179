interface State { name: string; }
type Setters = { [K in keyof State as `set${Capitalize<K>}`]: (next: State[K]) => void };
export declare const setters: Setters;
export {};
