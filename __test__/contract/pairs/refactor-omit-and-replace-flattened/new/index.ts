interface Raw { id: number; at: string; text: string }
export type Message = { id: number; text: string; at: Date };
export declare function messages(): Message[];
export declare function post(m: Message): void;
