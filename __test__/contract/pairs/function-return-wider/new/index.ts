export declare function nameOf(id: number): string | undefined;
