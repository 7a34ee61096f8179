export interface Span { readonly start: number; readonly end: number }
interface TraceHandle { readonly id: string; readonly spans: readonly Span[]; child: (name: string) => TraceHandle; finish(at?: number): Promise<void> }
export declare function trace(name: string): TraceHandle;
export declare function flush(): Promise<readonly Span[]>;
