import type { ReactNode } from "react";
export type Renderable = ReactNode;
export declare function render(node: Renderable, into: Element): () => void;
