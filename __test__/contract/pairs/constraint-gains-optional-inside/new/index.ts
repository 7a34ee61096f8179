export interface Box<T extends { at: { x: number; y?: number } }> { readonly value: T }
