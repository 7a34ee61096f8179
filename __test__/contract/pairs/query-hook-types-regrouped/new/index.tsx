type Force = { readonly force?: boolean };
type Common<D> = Readonly<{ status: Status; data: D | undefined; refetch: (opts?: Force) => Promise<void> }>;
export interface QueryResult<T, E = Error> extends Common<T>, Readonly<Record<"error", E | null>> {}
export type Status = "ok" | "failed" | "idle" | "loading";
interface Timing { readonly staleTime?: "static" | number }
export interface QueryOptions<T> extends Timing, Pick<{ readonly enabled?: boolean; secret: 1 }, "enabled"> { readonly select?: (raw: unknown) => T }
export declare function useQuery<Data, Err = Error>(queryKey: ReadonlyArray<unknown>, options?: QueryOptions<Data>): QueryResult<Data, Err>;
