export declare class View { protected reset(): void; render(): string }
