export declare function stop(id?: number): void;
export declare function stop(id?: string): void;
