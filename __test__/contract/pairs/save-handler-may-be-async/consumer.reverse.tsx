import { Editor, type EditorProps } from "./surface";
const p: EditorProps = { initial: "", onSave: async (t) => { await Promise.resolve(t); } };
export const a = [<Editor key="1" {...p} />, <Editor key="2" initial="" onSave={() => {}} />];
