import { saveDraft } from "./surface";
saveDraft({ title: "a", visibility: "team" });
