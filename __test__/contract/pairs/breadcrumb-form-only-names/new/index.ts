interface Crumbs { shop: { href: string }; home: { href: string } }
export declare function crumb<Name extends keyof Crumbs>(name: Name): Crumbs[Name]["href"];
