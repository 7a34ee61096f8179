export const theme = { space: { sm: "6px", lg: "12px" }, radius: 4, fonts: ["Inter", "Helvetica"] };
export type Theme = typeof theme;
