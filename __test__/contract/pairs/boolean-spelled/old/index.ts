export type Flag = boolean | null;
export declare function flag(name: string, fallback?: Flag): Flag;
export declare function all(): unknown;
export interface Opts { strict?: true | false }
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
