interface Disposer { dispose(): void }
export declare class Scope implements Disposer { readonly name: string; constructor(label: string); dispose(): void }
