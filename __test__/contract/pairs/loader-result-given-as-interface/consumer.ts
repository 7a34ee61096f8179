import { defineLoader } from "./surface";
defineLoader((id) => ({ title: id })); const l = (id: string) => ({ title: id, body: "x" }); defineLoader(l);
