interface All {
  dense: boolean;
  color: string;
}
export type Style = Partial<All>;
