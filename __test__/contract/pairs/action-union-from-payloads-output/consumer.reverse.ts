import { onAction } from "./surface";
onAction((a) => { if (a.type === "add") a.payload.id.trim(); }); onAction(() => {});
