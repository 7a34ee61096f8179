export const trim = (s: string): string => s.trim();
