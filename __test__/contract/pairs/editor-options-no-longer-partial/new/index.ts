export interface EditorOptions { theme: "light" | "dark"; tabSize: number }
export declare function createEditor(host: Element, options?: EditorOptions): { dispose(): void };
