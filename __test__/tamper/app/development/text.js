export const text = "text 1";
