export declare const clipboard: { copy(text: string): Promise<void>; read(): Promise<string> };
