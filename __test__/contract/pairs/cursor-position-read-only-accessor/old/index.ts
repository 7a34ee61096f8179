export interface Cursor { position: number; line: number }
export declare function cursor(): Cursor;
