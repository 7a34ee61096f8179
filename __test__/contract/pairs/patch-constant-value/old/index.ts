export const maxItems: number = 10;
