export type DateInput = Date | number;
export declare function addDays(date: DateInput, days: number): Date;
export declare function isBefore(a: DateInput, b: DateInput): boolean;
