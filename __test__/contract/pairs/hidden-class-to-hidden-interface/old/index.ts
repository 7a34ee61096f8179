export interface Span { readonly start: number; readonly end: number }
declare class TraceImpl { readonly id: string; readonly spans: readonly Span[]; finish(at?: number): Promise<void>; child(name: string): TraceImpl }
export declare function trace(name: string): TraceImpl;
export declare function flush(): Promise<readonly Span[]>;
