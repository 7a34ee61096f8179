const base = { unit: 8, font: "Roboto" };
export const theme = { ...base, gap: { sm: "8px", lg: "24px" }, scale: (n: number) => n * base.unit };
export type Theme = typeof theme;
export declare function useTheme(): Readonly<Theme>;
