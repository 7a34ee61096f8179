export declare function render(node: Renderable, target: Element): () => void;
export type Renderable = import("react").ReactNode;
