type Middleware = (next: () => void) => void;
export declare const compose: (first: Middleware, ...rest: Middleware[]) => Middleware;
