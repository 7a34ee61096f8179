export const tokens = { gap: "4px", radius: { sm: 2, lg: 8 }, weights: [400, 700] } as const;
