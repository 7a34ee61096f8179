export declare const clipboard: { copy(text: string, options?: { silent?: boolean }): Promise<void>; read(): Promise<string> };
