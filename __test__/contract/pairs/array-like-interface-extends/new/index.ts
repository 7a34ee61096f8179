export interface Selection<T> extends ReadonlyArray<T> { readonly anchor: T | undefined; readonly focus: T | undefined; toArray(): T[] }
export interface Editor { readonly selection: Selection<Span>; readonly text: string }
interface Span { readonly from: number; readonly to: number }
export declare function editor(el: string): Editor;
