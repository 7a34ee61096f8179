export declare function useToggle(initial?: boolean): [on: boolean, toggle: () => void, set: (on: boolean) => void];
export declare function useInterval(fn: () => void, ms: number | null): void;
