export const theme = { space: { sm: "4px", lg: "12px" }, radius: 2, fonts: ["Inter", "Arial"] };
export type Theme = typeof theme;
