/** What the service answers. */
export interface Quote { readonly symbol: string }
