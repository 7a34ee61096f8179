export const colors = { primary: "#00f", danger: "#f00" } as const;
