import { Upload } from "./surface";
export const v = <Upload label="x" onFile={f => f.name} />;
