interface Messages { "cart.title": string; "cart.checkout": string }
export type MessageKey = keyof Messages;
export declare function t(key: MessageKey): string;
