/** @alpha */
export declare function preview(id: number): string;
export declare function load(id: string): string;
