import { Uploader } from "./surface";
Uploader.create("/up").on("progress", (e) => { e.label.trim(); }).off("finish");
