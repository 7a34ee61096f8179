export declare class Ticket { private constructor(); readonly id: string; static issue(): Ticket; close(): void }
