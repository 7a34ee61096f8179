export interface Settings {
  editor: { font: { family: string } };
}
