import type { JSX } from "react";
export interface EditorProps { initial: string; onSave: (text: string) => void }
export declare function Editor(props: EditorProps): JSX.Element;
