export interface FieldProps { name: string; value: string; onChange(next: string): void }
export declare function field(name: string): FieldProps;
