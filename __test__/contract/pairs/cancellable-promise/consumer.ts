import { upload } from "./surface";
export async function f() { return (await upload(new Blob())).id.trim(); }
upload(new Blob()).finally(() => {});
