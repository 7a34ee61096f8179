export type Handler<E extends Event = Event> = (event: E) => void;
export declare function bind<E extends Event>(name: string, handler: Handler<E>): void;
