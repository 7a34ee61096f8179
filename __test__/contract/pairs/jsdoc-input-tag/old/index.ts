/** @input only shells give it */
export type Region = "eu" | "us";
export declare const defaults: { timeout: number };
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
