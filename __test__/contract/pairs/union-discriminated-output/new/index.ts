export type Notice =
  | { readonly kind: "text"; readonly body: string }
  | { readonly kind: "link"; readonly href: string }
  | { readonly kind: "image"; readonly src: string };
export declare function nextNotice(): Notice;
