export declare function find(by: {}, depth: number): object;
export declare function find(by: string): string;
