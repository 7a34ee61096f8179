export const trim = (s: string): string => s.trim();
export const pad = (s: string): string => "  " + s;
