type FieldTypes = { text: string; number: number; date: Date };
export declare function parseField<T extends keyof FieldTypes>(type: T, raw: string): FieldTypes[T] | null;
export declare function fieldTypes(): (keyof FieldTypes)[];
