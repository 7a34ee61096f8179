import { nextEvent, replay } from "./surface";
nextEvent().then(e => { switch (e.kind) { case "click": return replay(e.x + e.y); case "key": return replay(e.code.length); } });
