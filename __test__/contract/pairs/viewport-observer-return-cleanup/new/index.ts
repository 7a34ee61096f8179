export declare function observe(element: Element, run: (visible: boolean, ratio: number) => void): () => void;
