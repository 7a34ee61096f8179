export function parseISO(text: string): Date | null { const d = new Date(text); return Number.isNaN(+d) ? null : d; }
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
