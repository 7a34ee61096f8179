export type AppRoute = "/" | "/cart" | "/wishlist" | `/product/${string}`;
export interface NavigateOptions { replace?: boolean; state?: Record<string, unknown> }
export declare function navigate(to: AppRoute, options?: NavigateOptions): Promise<void>;
export declare function isActive(to: AppRoute): boolean;
export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  readonly children: readonly OutlineNode[];
}
export declare function outline(source: string): OutlineNode;
export declare function flatten(root: OutlineNode): Generator<OutlineNode, void, undefined>;
