export declare function animate(element: Element, duration?: number, easing?: "ease" | "linear"): () => void;
