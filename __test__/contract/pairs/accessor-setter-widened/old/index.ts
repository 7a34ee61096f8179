export declare class Duration { private constructor(); static zero(): Duration; get ms(): number; set ms(value: number) }
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
