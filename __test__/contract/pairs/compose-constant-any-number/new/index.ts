type Middleware = (next: () => void) => void;
export declare const compose: (...all: Middleware[]) => Middleware;
