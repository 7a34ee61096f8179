const weights = [400, 700] as const;
export const tokens = { weights, radius: { lg: 8, sm: 2 } as const, gap: "4px" as const } as const;
