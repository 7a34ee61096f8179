export declare function track(name: string, data: object): void;
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
