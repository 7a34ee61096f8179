export declare function publish(topic: symbol, ...messages: string[]): void;
