interface Hotkeys { save: KeyboardEvent; undo: KeyboardEvent; drop: DragEvent }
export declare function hotkey<K extends keyof Hotkeys>(name: K, run: (event: Hotkeys[K]) => void): () => void;
