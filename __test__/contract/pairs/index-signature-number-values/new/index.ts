export interface Labels { [key: string]: string | number }
export declare function metric(name: string, labels?: Labels): void;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
