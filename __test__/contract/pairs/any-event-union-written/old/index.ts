interface Map { open: { id: string }; close: { reason?: string } }
export type AnyEvent = { [K in keyof Map]: { type: K } & Map[K] }[keyof Map];
export declare function handle(event: AnyEvent): AnyEvent["type"];
