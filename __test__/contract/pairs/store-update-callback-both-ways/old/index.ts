type Slices = { count: number; filter: "all" | "open" };
export declare function update<K extends keyof Slices>(slice: K, change: (previous: Slices[K]) => Slices[K]): void;
