export type Verdict = string | undefined | Promise<string | undefined>;
export type Validator = (value: string, all: Readonly<Record<string, string>>) => Verdict;
export declare function addRule(field: string, validate: Validator): void;
export declare function ruleCount(): number;
