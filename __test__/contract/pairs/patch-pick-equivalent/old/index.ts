export type Summary = { id: string; title?: string };
