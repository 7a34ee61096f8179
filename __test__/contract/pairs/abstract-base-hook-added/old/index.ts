export declare abstract class Controller { #host: Element; constructor(host: Element); abstract connect(): void;  disconnect(): void }
export declare function registerController(name: string, ctor: new (host: Element) => Controller): void;
