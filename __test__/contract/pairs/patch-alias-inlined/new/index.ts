export declare function open(id: string | number): string | number;
