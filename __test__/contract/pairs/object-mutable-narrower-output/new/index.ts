export interface Draft {
  note: string;
}
export function newDraft(): Draft {
  return { note: "" };
}
