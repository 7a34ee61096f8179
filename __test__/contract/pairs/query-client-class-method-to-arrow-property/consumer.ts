import { QueryClient } from "./surface";
export class Own extends QueryClient { override fetch<T>(key: string): Promise<T> { return super.fetch<T>(key); } }
