export type Style = { dense?: boolean; color?: string };
