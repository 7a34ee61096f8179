export declare function report(message: string, context: object): void;
