export interface Validator<T> { check: (value: T) => boolean; readonly name: string }
export declare function addRule(rule: Validator<string | number>): void;
