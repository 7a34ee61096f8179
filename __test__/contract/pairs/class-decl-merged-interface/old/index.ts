export declare class Emitter<E> { constructor(name: string); readonly name: string; on(fn: (e: E) => void): this; emit(e: E): void }
export interface Emitter<E> { readonly size: number; peek(): E | undefined }
export declare namespace Emitter { interface Options { readonly max?: number } function from<T>(xs: readonly T[], o?: Options): Emitter<T> }
