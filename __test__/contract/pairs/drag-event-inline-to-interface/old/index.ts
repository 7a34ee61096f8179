export declare function onDrag(run: (event: { x: number; y: number; done: boolean }) => void): () => void;
