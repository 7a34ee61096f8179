export declare function pad(value: string | number, width: number): string;
