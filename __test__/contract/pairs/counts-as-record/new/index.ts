type State = "open" | "closed";
export declare function counts(): Record<State, number>;
