export declare function emit(name: string, ...data: unknown[]): boolean;
export declare function at(x: number, y: number, depth?: number): string;
