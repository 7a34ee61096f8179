interface Hidden {
  id: string;
}
export interface Shown {
  name: string;
}
