type Draft = { title: string; visibility: "private" | "public" };
export declare function loadDraft(id: string): Draft;
export declare function saveDraft(draft: Draft): void;
