/** @alpha */
export declare function preview(id: string): string;
export declare function unstable_flush(): void;
export declare function load(id: string): string;
