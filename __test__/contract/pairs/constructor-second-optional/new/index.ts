export declare class Logger { #sink: unknown; constructor(scope: string, sink?: (line: string) => void); child(scope: string): Logger; info(...a: unknown[]): void }
