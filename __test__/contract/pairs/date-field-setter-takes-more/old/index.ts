export interface DateField { get value(): Date | null; set value(next: Date | null); clear(): void }
export declare function dateField(): DateField;
