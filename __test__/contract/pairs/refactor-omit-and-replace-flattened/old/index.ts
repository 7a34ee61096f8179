interface Raw { id: number; at: string; text: string }
export type Message = Omit<Raw, "at"> & { at: Date };
export declare function messages(): Message[];
export declare function post(m: Message): void;
