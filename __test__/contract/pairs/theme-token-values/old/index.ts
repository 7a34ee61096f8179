const base = { unit: 4, font: "Inter" };
export const theme = { ...base, gap: { sm: "4px", lg: "12px" }, scale: (n: number) => n * base.unit };
export type Theme = typeof theme;
export declare function useTheme(): Readonly<Theme>;
