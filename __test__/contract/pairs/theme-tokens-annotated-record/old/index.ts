export declare const spacing: { readonly sm: string; readonly md: string; readonly lg: string };
