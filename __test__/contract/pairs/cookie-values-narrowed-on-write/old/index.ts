type Cookies = { consent: boolean | "partial"; locale: string };
export declare const cookies: { set<C extends keyof Cookies>(name: C, value: Cookies[C]): void };
