export declare function useToggle(initial?: boolean): [boolean, () => void, (value: boolean) => void];
