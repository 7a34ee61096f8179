export function parseISO(text: string): Date { const d = new Date(text); return d; }
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
