export declare class Ticket { private constructor(); private closed; readonly id: string; static issue(): Ticket; close(): void }
