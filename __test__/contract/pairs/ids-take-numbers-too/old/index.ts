export declare function remove(...ids: string[]): Promise<number>;
