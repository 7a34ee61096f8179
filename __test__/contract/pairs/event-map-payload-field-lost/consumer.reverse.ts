import { Uploader } from "./surface";
Uploader.create("/up").on("progress", (e) => { e.done.toFixed(); });
