export interface Layer { readonly name: string }
export declare class Scene { constructor(...layers: Layer[]); readonly layers: readonly Layer[] }
