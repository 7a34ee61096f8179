type FlagTable = { search: boolean; beta: boolean };
export declare function isEnabled(flag: keyof FlagTable): boolean;
