export declare function remove(...ids: readonly (string | number)[]): Promise<number>;
