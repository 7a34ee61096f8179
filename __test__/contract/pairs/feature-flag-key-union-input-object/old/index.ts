export interface Flags { search?: boolean; beta?: boolean }
export declare function setFlags(flags: Flags): void;
export declare function isOn(flag: keyof Flags): boolean;
