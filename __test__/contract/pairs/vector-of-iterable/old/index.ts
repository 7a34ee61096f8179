export declare class Vector { readonly length: number; static of(...values: number[]): Vector; at(index: number): number | undefined }
