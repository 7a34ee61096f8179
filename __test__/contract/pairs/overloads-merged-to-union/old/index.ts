export declare function pad(value: string, width: number): string;
export declare function pad(value: number, width: number): string;
