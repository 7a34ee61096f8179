export declare function useToggle(initial?: boolean): [boolean, () => void];
