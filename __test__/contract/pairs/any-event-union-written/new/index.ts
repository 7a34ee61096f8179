export type AnyEvent = { type: "open"; id: string } | { type: "close"; reason?: string };
export declare function handle(event: AnyEvent): "open" | "close";
