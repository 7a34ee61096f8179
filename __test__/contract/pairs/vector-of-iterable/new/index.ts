export declare class Vector { readonly length: number; static of(values: Iterable<number>): Vector; at(index: number): number | undefined }
