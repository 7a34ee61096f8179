interface FieldTypes { number: number; date: Date; text: string }
export declare function parseField<T extends keyof FieldTypes>(type: T, raw: string): FieldTypes[T] | null;
export declare function fieldTypes(): Array<"text" | "number" | "date">;
