export interface Options { debug?: boolean; url: string }
export function createClient(o: Options): { close(): void } { return { close() { o.url.trim(); } }; }
