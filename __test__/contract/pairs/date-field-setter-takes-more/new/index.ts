export interface DateField { get value(): Date | null; set value(next: Date | null | string | number); clear(): void }
export declare function dateField(): DateField;
