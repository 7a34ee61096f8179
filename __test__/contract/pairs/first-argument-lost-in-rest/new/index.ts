export declare function publish(...messages: string[]): void;
