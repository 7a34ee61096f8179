export declare function bounds(el: Element): [min: number, max: number, step?: number];
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
