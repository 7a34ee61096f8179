export declare function track(event: string, value?: number): void;
