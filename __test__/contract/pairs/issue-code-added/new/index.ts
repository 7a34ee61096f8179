export interface Issue { path: (string | number)[]; code: "required" | "invalid" | "too_big"; message: string }
export declare class ValidationError extends Error { private constructor(); readonly issues: readonly Issue[] }
export declare function validate(input: unknown): Issue[];
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
