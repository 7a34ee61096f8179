export interface Plugin {
  dispose(): void;
}
