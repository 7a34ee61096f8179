export interface Cursor { get position(): number; line: number }
export declare function cursor(): Cursor;
