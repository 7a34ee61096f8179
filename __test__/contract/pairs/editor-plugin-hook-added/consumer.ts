import { createEditor, type EditorContext, type Plugin } from "./surface";
const counter: Plugin = { name: "counter", onChange: (ctx, prev) => { if (ctx.text === prev) return false; } };
class Saver implements Plugin { name = "saver"; onInit(ctx: EditorContext) { ctx.insert("x", 0); } }
createEditor({ id: "e" }, [counter, new Saver()]).insert("a");
