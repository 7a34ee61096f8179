type Draft = { title: string; visibility: "private" | "public" | "team" };
export declare function loadDraft(id: string): Draft;
export declare function saveDraft(draft: Draft): void;
