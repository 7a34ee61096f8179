import { Editor } from "./surface";
const saved: string[] = [];
export const a = <Editor initial="" onSave={(t) => saved.push(t)} />;
