export interface Layer { readonly name: string }
export declare class Scene { constructor(first: Layer, ...rest: Layer[]); readonly layers: readonly Layer[] }
