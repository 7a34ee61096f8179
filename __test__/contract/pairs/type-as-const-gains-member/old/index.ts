export const SIZES = { sm: 8, md: 16 } as const;
