export const maxItems: number = 25;
