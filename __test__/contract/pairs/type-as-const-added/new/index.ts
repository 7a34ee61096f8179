export const ports: { readonly http: 80 } = { http: 80 };
