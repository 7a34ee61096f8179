export type DateInput = Date;
export declare function formatDate(value: DateInput, pattern?: string): string;
export declare const isToday: (value: DateInput) => boolean;
