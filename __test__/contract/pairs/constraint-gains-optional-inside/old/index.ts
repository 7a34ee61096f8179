export interface Box<T extends { at: { x: number } }> { readonly value: T }
