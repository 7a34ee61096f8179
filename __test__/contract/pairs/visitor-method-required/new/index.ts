export interface Visitor { enter(name: string): void; leave?(name: string): void }
export declare function walk(html: string, visitor: Visitor): void;
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
