export declare function track(event: string, value: number | undefined): void;
