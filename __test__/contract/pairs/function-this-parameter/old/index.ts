export declare function delegate(sel: string, fn: (this: HTMLElement, e: Event) => void): void;
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
