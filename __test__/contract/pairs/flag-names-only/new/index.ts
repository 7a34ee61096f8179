interface FlagTable { search: { since: string }; beta: { since: string; until?: string } }
export declare function isEnabled(flag: keyof FlagTable): boolean;
