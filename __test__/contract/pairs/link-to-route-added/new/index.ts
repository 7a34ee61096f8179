import type { JSX } from "react";
const routes = { home: "/", cart: "/cart", wishlist: "/wishlist" } as const;
export type RoutePath = (typeof routes)[keyof typeof routes];
export declare function Link(props: { to: RoutePath | `https://${string}`; children?: string }): JSX.Element;
