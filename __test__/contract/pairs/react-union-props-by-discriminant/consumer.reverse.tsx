import { Upload, uploadSize } from "./surface";
export const v = (many: boolean) => <Upload label="x" multiple={many} onFiles={l => l.map(uploadSize)} />;
