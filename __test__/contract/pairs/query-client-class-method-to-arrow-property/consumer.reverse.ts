import { QueryClient } from "./surface";
export class Own extends QueryClient { override fetch = <T>(key: string): Promise<T> => Promise.reject(new Error(key)); }
const q = new QueryClient(); q.clear(); const f: <T>(key: string) => Promise<T> = q.fetch; q.fetch = f; q.fetch<number>("a").then((n) => n.toFixed());
