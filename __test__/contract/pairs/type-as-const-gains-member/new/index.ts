export const SIZES = { sm: 8, md: 16, lg: 24 } as const;
