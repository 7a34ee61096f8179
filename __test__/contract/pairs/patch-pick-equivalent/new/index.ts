interface Full {
  id: string;
  title?: string;
  body: string;
}
export type Summary = Pick<Full, "id" | "title">;
