export abstract class Renderer {
  draw(): string {
    return "";
  }
}
