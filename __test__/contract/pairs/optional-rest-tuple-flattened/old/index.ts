export declare function animate(element: Element, ...timing: [duration?: number, easing?: "linear" | "ease"]): () => void;
