type Crumbs = { home: { href: string }; shop: { href: string } };
export declare function crumb<C extends keyof Crumbs>(name: C): Crumbs[C]["href"];
