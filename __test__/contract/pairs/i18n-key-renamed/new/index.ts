interface Messages { "cart.title": string; "cart.pay": string }
export type MessageKey = keyof Messages;
export declare function t(key: MessageKey): string;
