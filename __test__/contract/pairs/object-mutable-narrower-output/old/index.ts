export interface Draft {
  note: string | null;
}
export function newDraft(): Draft {
  return { note: "" };
}
