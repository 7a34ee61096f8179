export interface TestContext { readonly name: string; skip(): void }
type Body = (done: (e?: Error) => void) => void | Promise<void>;
export declare function it(name: string, body: Body, timeout?: number): void;
export declare function describe(name: string, suite: () => void): void;
