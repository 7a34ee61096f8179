export declare class View { reset(): void; render(): string }
