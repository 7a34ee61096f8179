export type DateInput = Date | number | string;
export declare function formatDate(value: DateInput, pattern?: string): string;
export declare const isToday: (value: DateInput) => boolean;
