export interface FieldProps { name: string; value: string; onChange(next: string): void; ref(element: HTMLInputElement | null): void }
export declare function field(name: string): FieldProps;
