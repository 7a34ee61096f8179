export type UserId = string & { readonly __brand: "UserId" };
