export type Action =
  | { readonly type: "add"; readonly sku: string }
  | { readonly type: "drop"; readonly index: number }
  ;
export interface State { readonly lines: readonly string[] }
export declare function dispatch(action: Action): State;
export declare function batch(...actions: readonly Action[]): State;
