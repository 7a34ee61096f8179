export type Flag = null | false | true;
export declare function flag(name: string, fallback?: Flag): Flag;
export declare function all(): unknown | string;
export interface Opts { strict?: boolean }
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
