export const colors = { primary: "#00f", danger: "#f00", success: "#0f0" } as const;
