type Cookies = { consent: boolean; locale: string };
export declare const cookies: { set<C extends keyof Cookies>(name: C, value: Cookies[C]): void };
