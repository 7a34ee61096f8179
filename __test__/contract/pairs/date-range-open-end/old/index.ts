export interface DateRange { from: Date; to: Date }
export declare function nights(range: DateRange): number;
export declare function overlap(a: DateRange, b: DateRange): boolean;
