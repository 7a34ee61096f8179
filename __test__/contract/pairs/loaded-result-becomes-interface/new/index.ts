interface Cart { items: string[]; total: number }
export declare function loadCart(): Promise<Cart>;
