export declare namespace Emitter { function from<X>(xs: readonly X[], o?: Options): Emitter<X>; interface Options { readonly max?: number } }
export interface Emitter<E> { peek(): E | undefined }
export interface Emitter<E> { readonly size: number }
export declare class Emitter<E> { emit(e: E): void; on(listener: (e: E) => void): this; readonly name: string; constructor(name: string) }
