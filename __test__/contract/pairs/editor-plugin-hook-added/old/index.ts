export interface EditorContext { readonly text: string; insert(text: string, at?: number): void; }
export interface Plugin {
  name: string;
  onInit?(ctx: EditorContext): void;
  onChange?(ctx: EditorContext, previous: string): void | false;
}
export declare function createEditor(element: { id: string }, plugins?: readonly Plugin[]): EditorContext;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
