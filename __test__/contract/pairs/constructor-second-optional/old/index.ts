export declare class Logger { #sink: unknown; constructor(scope: string); child(scope: string): Logger; info(...a: unknown[]): void }
