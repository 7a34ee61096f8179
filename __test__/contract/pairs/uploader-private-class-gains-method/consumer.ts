import { Uploader } from "./surface";
const u = new Uploader("/x"); u.add(new Blob()); export class Own extends Uploader { override add(f: Blob) { super.add(f); } }
