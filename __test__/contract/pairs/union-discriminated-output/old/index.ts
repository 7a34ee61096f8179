export type Notice =
  | { readonly kind: "text"; readonly body: string }
  | { readonly kind: "link"; readonly href: string };
export declare function nextNotice(): Notice;
