interface DragState { x: number; y: number; done: boolean }
export declare function onDrag(run: (event: DragState) => void): () => void;
