export declare function emit(...args: [event: string, ...payload: unknown[]]): boolean;
export declare function at(...pos: [x: number, y: number, z?: number]): string;
