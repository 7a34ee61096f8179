type Options = { theme: "light" | "dark" | "system"; delay: number };
export declare function configure(options: Partial<Options>): void;
export declare function override<K extends keyof Options>(options: Pick<Options, K>): void;
