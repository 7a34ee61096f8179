export interface Options { url: string; debug?: boolean }
export default function createClient(options: Options): { close(): void } { return { close() { options.url.trim(); } }; }
